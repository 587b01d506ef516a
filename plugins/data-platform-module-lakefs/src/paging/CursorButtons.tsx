import {
  OlderPageButtons,
  OlderPages,
} from '@millrace/backstage-plugin-data-platform-react';

const WORDS = { back: 'Previous', on: 'Next' };

/** To the next page and back, of a list that the server tells from a place on; nothing where there is but one. */
export function CursorButtons(props: {
  pages: OlderPages;
  /** Of the page that is shown: present where it goes on. */
  next: string | undefined;
  /** `objects`, in the labels. */
  what: string;
}) {
  const { pages, next, what } = props;
  return (
    <OlderPageButtons
      pages={pages}
      nextBefore={next}
      what={what}
      words={WORDS}
    />
  );
}
