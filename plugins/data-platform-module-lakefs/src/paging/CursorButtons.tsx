import { Button } from '@backstage/ui';
import { OlderPages } from '@millrace/backstage-plugin-data-platform-react';
import styles from './CursorButtons.module.css';

/** To the next page and back, of a list that the server tells from a place on; nothing where there is but one. */
export function CursorButtons(props: {
  pages: OlderPages;
  /** Of the page that is shown: present where it goes on. */
  next: string | undefined;
  /** `objects`, in the labels. */
  what: string;
}) {
  const { pages, next, what } = props;
  const first = pages.page === 1;
  if (first && !next) {
    return null;
  }
  return (
    <nav className={styles.pages} aria-label={`Pages of ${what}`}>
      <Button
        size="small"
        variant="secondary"
        isDisabled={first}
        onPress={pages.toNewer}
      >
        {`Previous ${what}`}
      </Button>
      <span role="status">Page {pages.page}</span>
      <Button
        size="small"
        variant="secondary"
        isDisabled={!next}
        onPress={() => next && pages.toOlder(next)}
      >
        {`Next ${what}`}
      </Button>
    </nav>
  );
}
