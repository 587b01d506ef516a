import { scrollable } from '@millrace/backstage-plugin-data-platform-react';
import styles from './DateList.module.css';

/** The dates of a back-fill and how many they are, before it starts. */
export function DateList(props: { dates: readonly string[] }) {
  const { dates } = props;
  if (dates.length === 0) {
    return null;
  }
  return (
    <div>
      <p className={styles.title} id="data-platform-dates" role="status">
        {dates.length === 1 ? '1 run' : `${dates.length} runs`}
      </p>
      <div
        className={styles.scroll}
        role="region"
        aria-labelledby="data-platform-dates"
        {...scrollable}
      >
        <ol className={styles.list} aria-label="Dates">
          {dates.map(date => (
            <li key={date}>{date}</li>
          ))}
        </ol>
      </div>
    </div>
  );
}
