import { createContext, ReactNode, useContext } from 'react';
import {
  Finding,
  Health,
} from '@millrace/backstage-plugin-data-platform-common';
import { HealthMark } from '../components/HealthMark';
import { Sentence } from '../components/Sentence';
import { SortedFindings } from './fieldFindings';
import styles from './forms.module.css';

const NONE: readonly Finding[] = [];
const Context = createContext<SortedFindings['byField']>(new Map());

const MARK: Record<Finding['level'], Health> = {
  error: 'failed',
  warning: 'degraded',
  info: 'unknown',
};

/** Tells the fields of a form what was found about them. */
export function FormFindings(props: {
  byField: SortedFindings['byField'];
  children: ReactNode;
}) {
  return (
    <Context.Provider value={props.byField}>{props.children}</Context.Provider>
  );
}

/** What was found about one field. */
export function useFieldFindings(field: string): readonly Finding[] {
  return useContext(Context).get(field) ?? NONE;
}

/**
 * What was found about a field, below it.
 * @param id - that the field's `aria-describedby` names
 */
export function FieldNote(props: { field: string; id: string }) {
  const findings = useFieldFindings(props.field);
  return (
    <div id={props.id} className={styles.notes} aria-live="polite">
      {findings.map((finding, index) => (
        <div key={index} className={styles.note} data-level={finding.level}>
          <HealthMark health={MARK[finding.level]} size={14} />
          <span>
            <Sentence text={finding.message} />{' '}
            {finding.remedy && <Sentence text={finding.remedy} />}
          </span>
        </div>
      ))}
    </div>
  );
}
