import { Run } from '@millrace/backstage-plugin-data-platform-common';
import { HealthBadge } from './HealthBadge';
import { RUN_WORD } from './healthLook';
import { Duration } from './Duration';
import { RelativeTime } from './RelativeTime';
import { runHealth, runState } from './runState';
import { Sentence } from './Sentence';
import styles from './RunTable.module.css';

/** The timeline's figures in words, newest first. */
export function RunTable(props: { runs: readonly Run[] }) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">State</th>
            <th scope="col">Started</th>
            <th scope="col">Duration</th>
            <th scope="col">Verdict</th>
          </tr>
        </thead>
        <tbody>
          {props.runs.map(run => (
            <tr key={run.id}>
              <td>
                <HealthBadge
                  health={runHealth(run)}
                  label={RUN_WORD[runState(run)]}
                />
              </td>
              <td>
                <RelativeTime at={run.startedAt ?? run.submittedAt} />
              </td>
              <td>
                <Duration
                  seconds={run.durationSeconds}
                  start={run.startedAt}
                  end={run.finishedAt}
                />
              </td>
              <td>
                <Sentence text={run.assessment.message} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
