import { lazy, ReactNode, Suspense, useId, useState } from 'react';
import { Button } from '@backstage/ui';
import { RiArrowDownSLine, RiArrowUpSLine } from '@remixicon/react';
import {
  Assessment,
  AssessmentSummary,
  Staleness,
} from '@millrace/backstage-plugin-data-platform-common';
import { HealthMark } from './HealthMark';
import { HEALTH_COLOUR, HEALTH_WORD, RUN_WORD } from './healthLook';
import { RelativeTime } from './RelativeTime';
import { StaleNotice } from './StaleNotice';
import { Sentence } from './Sentence';
import styles from './VerdictBanner.module.css';

const EvidenceList = lazy(() =>
  import('./EvidenceList').then(m => ({ default: m.EvidenceList })),
);

/**
 * A verdict as a person reads it: what, why, since when, then the next step;
 * the evidence on demand.
 * @param actions - buttons beside it
 * @param details - a line of context below, for example where it runs
 */
export function VerdictBanner(props: {
  assessment: AssessmentSummary & Partial<Assessment>;
  stale?: Staleness;
  actions?: ReactNode;
  details?: ReactNode;
  /** Without a surface of its own, inside a card or a dialog. */
  plain?: boolean;
}) {
  const { assessment, stale, actions, details, plain } = props;
  const [open, setOpen] = useState(false);
  const evidenceId = useId();
  const evidence = assessment.evidence ?? [];
  const word = verdictWord(assessment);
  const colour = HEALTH_COLOUR[assessment.health] ?? HEALTH_COLOUR.unknown;
  return (
    <section
      className={plain ? styles.plain : styles.banner}
      style={{ borderInlineStartColor: colour }}
      aria-label="Verdict"
    >
      <div className={styles.row}>
        <div className={styles.mark}>
          <HealthMark health={assessment.health} size={22} />
        </div>
        <div className={styles.text}>
          <p className={styles.message}>
            {!assessment.message.startsWith(word) && (
              <>
                <strong className={styles.word}>{word}</strong>{' '}
              </>
            )}
            <Sentence text={assessment.message} />
          </p>
          {assessment.nextStep && (
            <p className={styles.next}>
              <Sentence text={assessment.nextStep} />
            </p>
          )}
          <div className={styles.meta}>
            {assessment.since && (
              <span>
                Since <RelativeTime at={assessment.since} />
              </span>
            )}
            {details}
            {evidence.length > 0 && (
              <Button
                size="small"
                variant="tertiary"
                aria-expanded={open}
                aria-controls={evidenceId}
                iconEnd={open ? <RiArrowUpSLine /> : <RiArrowDownSLine />}
                onPress={() => setOpen(!open)}
              >
                Evidence ({evidence.length})
              </Button>
            )}
          </div>
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      <div id={evidenceId} hidden={!open}>
        {open && (
          <Suspense fallback={null}>
            <EvidenceList evidence={evidence} reason={assessment.reason} />
          </Suspense>
        )}
      </div>
      <StaleNotice stale={stale} />
    </section>
  );
}

/** `Succeeded` says more than `Healthy` where a run has ended. */
function verdictWord(assessment: AssessmentSummary): string {
  const { health, outcome } = assessment;
  if (outcome && (health === 'healthy' || health === 'failed')) {
    return RUN_WORD[outcome] ?? HEALTH_WORD[health];
  }
  return HEALTH_WORD[health] ?? HEALTH_WORD.unknown;
}
