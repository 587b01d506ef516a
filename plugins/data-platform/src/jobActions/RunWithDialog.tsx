import { useState } from 'react';
import {
  ArgumentList,
  DateInput,
  FormDialog,
  formStyles as styles,
  TextInput,
} from '@millrace/backstage-plugin-data-platform-react';
import { BranchSelect } from './BranchSelect';
import { JobDialogProps } from './JobSubject';
import { RUN_FIELDS, RunForm, runInput, runProblems } from './runInput';
import { runValuesOf } from './runValues';
import { SizeFields } from './SizeFields';

/** Starts one run with arguments, a date or sizes of its own; the definition stays as it is. */
export function RunWithDialog(props: JobDialogProps) {
  const { subject, onClose } = props;
  const [defined] = useState(() => runValuesOf(subject.definition));
  const [form, setForm] = useState<RunForm>({
    ...defined,
    date: '',
    dateArgument: subject.dateArgument ?? '',
    branchText: '',
  });
  const change = (patch: Partial<RunForm>) => setForm({ ...form, ...patch });
  return (
    <FormDialog
      title={`Run ${subject.title} with …`}
      submit="Start the run"
      fields={RUN_FIELDS}
      problems={runProblems(form)}
      request={{
        operation: 'spark-job:run',
        entityRef: subject.entityRef,
        input: runInput(form, defined),
      }}
      onClose={onClose}
    >
      <p className={styles.quiet}>
        For this one run. What is left as it is comes from the definition, which
        is not changed.
      </p>
      <BranchSelect
        domainRef={subject.domainRef}
        text={form.branchText}
        onChange={(branchText, branch) => change({ branchText, branch })}
      />
      <ArgumentList
        value={form.arguments}
        onChange={value => change({ arguments: value })}
      />
      <div className={styles.row}>
        <DateInput
          field="date"
          label="Date (optional)"
          value={form.date}
          onChange={date => change({ date })}
        />
        <TextInput
          field="dateArgument"
          label="Argument that carries it"
          placeholder="--date={date}"
          value={form.dateArgument}
          onChange={dateArgument => change({ dateArgument })}
        />
      </div>
      <SizeFields
        title="Driver"
        pod="driver"
        size={form.driver}
        onChange={driver => change({ driver })}
      />
      <SizeFields
        title="Each executor"
        pod="executor"
        size={form.executor}
        dynamic={form.dynamic}
        onChange={executor => change({ executor })}
      />
    </FormDialog>
  );
}
