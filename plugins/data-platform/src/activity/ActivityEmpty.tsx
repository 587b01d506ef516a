import { Button } from '@backstage/ui';
import { EmptyState } from '@millrace/backstage-plugin-data-platform-react';

/** Why no operation is listed. */
export function ActivityEmpty(props: {
  narrowed: boolean;
  onClear: () => void;
}) {
  return props.narrowed ? (
    <EmptyState
      title="Nothing matches these filters."
      action={
        <Button size="small" variant="secondary" onPress={props.onClear}>
          Clear filters
        </Button>
      }
    />
  ) : (
    <EmptyState title="Nothing was done yet.">
      Every operation that a person starts in the portal, by button, template or
      tool, is listed here with its steps.
    </EmptyState>
  );
}
