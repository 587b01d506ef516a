import { strategyText } from './MergeInput';
import styles from './merge.module.css';

/** What to do about conflicts, with what each way loses. */
export function ConflictAdvice(props: { source: string; destination: string }) {
  const { source, destination } = props;
  return (
    <section className={styles.section} aria-label="What to do about it">
      <h3 className={styles.title}>What to do about it</h3>
      <p className={styles.text}>
        lakeFS merges whole objects, never their content: of an object that both
        sides changed, one version stays. Choose which, per merge:
      </p>
      <ul className={styles.advice}>
        {(['source-wins', 'dest-wins'] as const).map(strategy => {
          const { title, text } = strategyText(strategy, source, destination);
          return (
            <li key={strategy}>
              <strong>{title}.</strong> {text}
            </li>
          );
        })}
        <li>
          <strong>Neither is right as it is.</strong>{' '}
          {`Merge ${destination} into ${source} first, with ${destination} winning; then make your change again on ${source} (run the job once more) and merge that. On ${source} that first merge replaces your version of these objects; what you had stays in the log of ${source}. ${destination} changes once, when all is right.`}
        </li>
      </ul>
    </section>
  );
}
