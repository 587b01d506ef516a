import { PlatformResource } from '@millrace/backstage-plugin-data-platform-common';
import {
  plainSentence,
  Sentence,
} from '@millrace/backstage-plugin-data-platform-react';
import { verdictText } from './verdictText';
import styles from './ResourceTable.module.css';

/** The verdict on a row of a table, in two lines; in full on hover. */
export function RowVerdict(props: { row: PlatformResource }) {
  const text = verdictText(props.row);
  return (
    <span className={styles.verdict} title={plainSentence(text)}>
      <Sentence text={text} />
    </span>
  );
}
