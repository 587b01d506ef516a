import { Button } from '@backstage/ui';
import styles from './branches.module.css';

/** To the page before and the next one of a list that knows its length; nothing where there is but one. */
export function PageButtons(props: {
  /** From 1. */
  page: number;
  pageSize: number;
  total: number;
  onPage: (page: number) => void;
}) {
  const { page, pageSize, total, onPage } = props;
  const pages = Math.max(1, Math.ceil(total / pageSize));
  if (pages === 1 && page === 1) {
    return null;
  }
  return (
    <nav className={styles.end} aria-label="Pages">
      <Button
        size="small"
        variant="secondary"
        isDisabled={page === 1}
        onPress={() => onPage(Math.min(page - 1, pages))}
      >
        Previous page
      </Button>
      <span role="status">
        Page {page} of {pages}
      </span>
      <Button
        size="small"
        variant="secondary"
        isDisabled={page >= pages}
        onPress={() => onPage(page + 1)}
      >
        Next page
      </Button>
    </nav>
  );
}
