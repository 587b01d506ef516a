import { Alert } from '@backstage/ui';
import {
  Duration,
  Sentence,
} from '@millrace/backstage-plugin-data-platform-react';
import { OperatorDown } from './operatorsDown';
import styles from './OperatorBanner.module.css';

const STILL_WORKS =
  'Runs that are under way go on, and their pods and logs are shown as they are. New runs, retries and schedules wait until it is back.';

/**
 * Across the page: which operators seem to be down, since when, what still works and what to do. Always in the page,
 * so that a screen reader tells of one that goes down while the page is open.
 */
export function OperatorBanner(props: { down: readonly OperatorDown[] }) {
  return (
    <div className={styles.banners} role="status" aria-live="polite">
      {props.down.map(({ source, sourceTitle, operator }) => (
        <Alert
          key={`${source} ${operator.id}`}
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
              <span>{STILL_WORKS}</span>
              {operator.nextStep && (
                <strong>
                  <Sentence text={operator.nextStep} />
                </strong>
              )}
            </span>
          }
        />
      ))}
    </div>
  );
}
