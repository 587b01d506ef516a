import { Alert } from '@backstage/ui';
import {
  Duration,
  Sentence,
} from '@millrace/backstage-plugin-data-platform-react';
import { OperatorDown } from './operatorsDown';
import styles from './OperatorBanner.module.css';

const RUNS =
  'Runs that are under way go on, and their pods and logs are shown as they are. New runs, retries and schedules wait until it is back.';
const SERVERS =
  'Servers that are up go on. New ones, and those that are to start, stop or change, wait until it is back.';

/** An operator that seems to be down: since when, what still works and what to do. */
export function OperatorAlert(props: { down: OperatorDown }) {
  const { sourceTitle, operator } = props.down;
  return (
    <Alert
      status="warning"
      icon
      title={
        <span>
          {operator.title} on {sourceTitle} seems to be down
          {operator.since && (
            <>
              {' for '}
              <Duration start={operator.since} />
            </>
          )}
        </span>
      }
      description={
        <span className={styles.text}>
          <span>
            <Sentence text={operator.message} />
          </span>
          <span>{makesRuns(operator) ? RUNS : SERVERS}</span>
          {operator.nextStep && (
            <strong>
              <Sentence text={operator.nextStep} />
            </strong>
          )}
        </span>
      }
    />
  );
}

function makesRuns({ kinds }: OperatorDown['operator']): boolean {
  return kinds.some(kind => kind.startsWith('SparkApplication.'));
}
