import { formatDuration } from '../format/formatDuration';
import { ExecutorLevel } from './executorLayout';
import styles from './RunTable.module.css';

/** The plot's levels in figures, oldest first. */
export function ExecutorTable(props: { levels: readonly ExecutorLevel[] }) {
  const { levels } = props;
  const start = levels[0]?.at ?? 0;
  const busy = levels.some(level => level.busy !== undefined);
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">After</th>
            <th scope="col">For</th>
            <th scope="col">Running</th>
            <th scope="col">Waiting</th>
            {busy && <th scope="col">Busy</th>}
          </tr>
        </thead>
        <tbody>
          {levels.map(level => (
            <tr key={level.at}>
              <td>{formatDuration((level.at - start) / 1000)}</td>
              <td>{formatDuration((level.until - level.at) / 1000)}</td>
              <td>{level.running}</td>
              <td>{level.pending}</td>
              {busy && <td>{level.busy ?? '–'}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
