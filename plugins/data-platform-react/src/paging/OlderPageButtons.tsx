import { Button } from '@backstage/ui';
import { OlderPages } from './useOlderPages';
import styles from './OlderPageButtons.module.css';

/** To older and newer pages, or to the next and back; nothing where there is but one. */
export function OlderPageButtons(props: {
  pages: OlderPages;
  /** Of the page that is shown: present where there is an older one. */
  nextBefore: string | undefined;
  /** `runs`, in the labels. */
  what: string;
  /** Words on the buttons, where the order is none of time. */
  words?: { back: string; on: string };
}) {
  const { pages, nextBefore, what } = props;
  const { back, on } = props.words ?? { back: 'Newer', on: 'Older' };
  const first = pages.page === 1;
  if (first && !nextBefore) {
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
        {`${back} ${what}`}
      </Button>
      <span role="status">Page {pages.page}</span>
      <Button
        size="small"
        variant="secondary"
        isDisabled={!nextBefore}
        onPress={() => nextBefore && pages.toOlder(nextBefore)}
      >
        {`${on} ${what}`}
      </Button>
    </nav>
  );
}
