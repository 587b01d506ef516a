import { useId } from 'react';
import { Radio, RadioGroup } from '@backstage/ui';
import {
  FieldNote,
  formStyles,
  useFieldFindings,
} from '@millrace/backstage-plugin-data-platform-react';
import { MergeStrategy, strategyText } from './MergeInput';
import styles from './merge.module.css';

const STRATEGIES: readonly MergeStrategy[] = [
  'none',
  'source-wins',
  'dest-wins',
];

/** Which side's objects a merge keeps where both changed them, in plain words. */
export function StrategyChoice(props: {
  value: MergeStrategy;
  source: string;
  destination: string;
  onChange: (strategy: MergeStrategy) => void;
}) {
  const { value, source, destination, onChange } = props;
  const noteId = useId();
  const findings = useFieldFindings('strategy');
  return (
    <div className={formStyles.field}>
      <RadioGroup
        label="Where both sides changed the same object"
        aria-describedby={noteId}
        isInvalid={findings.some(({ level }) => level === 'error')}
        value={value}
        onChange={next => onChange(next as MergeStrategy)}
      >
        {STRATEGIES.map(strategy => {
          const { title, text } = strategyText(strategy, source, destination);
          return (
            <Radio key={strategy} value={strategy}>
              <span className={styles.choice}>
                <span>{title}</span>
                <span className={styles.quiet}>{text}</span>
              </span>
            </Radio>
          );
        })}
      </RadioGroup>
      <FieldNote field="strategy" id={noteId} />
    </div>
  );
}
