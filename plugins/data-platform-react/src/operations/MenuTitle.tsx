import { ReactNode } from 'react';
import { plainSentence } from '../components/Sentence';
import styles from './MenuTitle.module.css';

/** A menu item's title with, below it, why it cannot be chosen; in full on hover. */
export function MenuTitle(props: {
  title: string;
  reason: string;
  /** The menu's items may be as high as their text. */
  wrap?: boolean;
}) {
  return (
    <span className={styles.item} data-wrap={props.wrap} title={props.reason}>
      {props.title} <span className={styles.reason}>({props.reason})</span>
    </span>
  );
}

/** The title of an item that cannot be chosen, with the reason where one is known. */
export function menuTitle(
  title: string,
  reason: string | undefined,
): ReactNode {
  return reason ? (
    <MenuTitle title={title} reason={sentencePart(reason)} />
  ) : (
    title
  );
}

/** A sentence as part of another: no capital, no full stop. */
function sentencePart(sentence: string): string {
  const [first = '', ...rest] = plainSentence(sentence).replace(/\.$/, '');
  return first.toLowerCase() + rest.join('');
}
