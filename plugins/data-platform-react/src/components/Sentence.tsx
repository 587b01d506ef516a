import styles from './Sentence.module.css';

/** Backticks come in pairs; a single one is just a character. */
const CODE = /`([^`]+)`/;

/** A sentence of the backend: what stands in backticks is a name, drawn as code. */
export function Sentence(props: { text: string }) {
  // Split with one group: every second part is what stood in backticks.
  const parts = props.text.split(CODE);
  if (parts.length === 1) {
    return <>{props.text}</>;
  }
  return (
    <>
      {parts.map((part, index) =>
        index % 2 === 1 ? (
          <code key={index} className={styles.code}>
            {part}
          </code>
        ) : (
          part
        ),
      )}
    </>
  );
}

/** The sentence without backticks, for labels and tooltips, which hold text only. */
export function plainSentence(text: string): string {
  return text.replace(new RegExp(CODE, 'g'), '$1');
}
