import { Button } from '@backstage/ui';
import styles from './OverviewPage.module.css';

/** How many ended runs a newer one has made history, and whether they are listed. */
export function SupersededNote(props: {
  count: number | undefined;
  shown: boolean;
  onChange: (shown: boolean) => void;
}) {
  const { count = 0, shown, onChange } = props;
  if (count === 0 && !shown) {
    return null;
  }
  return (
    <div className={styles.note}>
      {shown
        ? 'Runs that a newer run of the same job has superseded are listed last; no count includes them.'
        : `${count.toLocaleString()} ended ${
            count === 1 ? 'run is' : 'runs are'
          } not listed: a newer run of the same job says how things are.`}{' '}
      <Button
        size="small"
        variant="tertiary"
        aria-pressed={shown}
        onPress={() => onChange(!shown)}
      >
        {shown ? 'Leave them out' : 'List them'}
      </Button>
    </div>
  );
}
