import { Button } from '@backstage/ui';
import { Source } from '@millrace/backstage-plugin-data-platform-common';
import styles from './OverviewPage.module.css';

/** Where data branches are, which the list of everything leaves out; nothing where no server has any. */
export function BranchesNote(props: {
  sources: readonly Source[] | undefined;
  onList: (kind: string) => void;
}) {
  const branch = props.sources
    ?.flatMap(({ kinds }) => kinds)
    .find(({ kind }) => kind === 'Branch');
  if (!branch) {
    return null;
  }
  return (
    <div className={styles.note}>
      Data branches are not listed: see the pages of their repositories.{' '}
      <Button
        size="small"
        variant="tertiary"
        onPress={() => props.onList(`${branch.kind}.${branch.group}`)}
      >
        List them
      </Button>
    </div>
  );
}
