import { Container } from '@backstage/ui';
import { NotebookList } from './NotebookList';
import { useNotebookFilter } from './useNotebookFilter';
import styles from './list.module.css';

/** Every notebook server that the person may see: the idle ones that hold something come first. */
export function NotebooksPage() {
  const { filter, change } = useNotebookFilter();
  return (
    <Container>
      <div className={styles.page}>
        <NotebookList filter={filter} onChange={change} />
      </div>
    </Container>
  );
}
