import { useId, useMemo, useState } from 'react';
import { TextAreaField } from '@backstage/ui';
import {
  Finding,
  parseManifest,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  FieldNote,
  FormDialog,
  formStyles,
} from '@millrace/backstage-plugin-data-platform-react';
import { JobDialogProps } from './JobSubject';
import styles from './EditDefinitionDialog.module.css';

/** Changes the definition that the next run will have. */
export function EditDefinitionDialog(props: JobDialogProps) {
  const { subject, onClose } = props;
  const before = subject.manifest ?? subject.definition ?? '';
  const [text, setText] = useState(before);
  const noteId = useId();
  const problems = useMemo(() => problemsOf(text), [text]);
  return (
    <FormDialog
      title={`Edit the definition of ${subject.title}`}
      submit="Save the definition"
      fields={['manifest']}
      problems={problems}
      request={
        text === before
          ? undefined
          : {
              operation: 'spark-job:update',
              entityRef: subject.entityRef,
              input: { manifest: text },
            }
      }
      emptyHint="Nothing changes yet. What a change would do is shown here."
      onClose={onClose}
    >
      <p className={formStyles.quiet}>
        The next run will have it. Runs that are under way keep the definition
        they had.
      </p>
      <div className={formStyles.field}>
        <TextAreaField
          className={styles.text}
          label="Manifest (YAML)"
          rows={20}
          value={text}
          onChange={setText}
          spellCheck="false"
          autoComplete="off"
          isInvalid={problems.length > 0}
          aria-describedby={noteId}
        />
        <FieldNote field="manifest" id={noteId} />
      </div>
    </FormDialog>
  );
}

function problemsOf(text: string): Finding[] {
  const parsed = parseManifest(text);
  return parsed.ok
    ? []
    : [{ level: 'error', field: 'manifest', message: parsed.problem.message }];
}
