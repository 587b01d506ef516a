import { Button } from '@backstage/ui';
import { EmptyState } from '../components/EmptyState';

/** There is nothing on this page of a list, but on pages before it: the list became shorter, or the link is old. */
export function PastTheEnd(props: {
  /** `notebook servers` */
  what: string;
  /** How many there are on all pages, where that is known. */
  total?: number;
  onFirst: () => void;
}) {
  const { what, total, onFirst } = props;
  return (
    <EmptyState
      title={`There are no more ${what} on this page.`}
      action={
        <Button size="small" variant="secondary" onPress={onFirst}>
          To the first page
        </Button>
      }
    >
      {total === undefined
        ? 'The list has become shorter.'
        : `The list ends before it, after ${total.toLocaleString()}.`}
    </EmptyState>
  );
}
