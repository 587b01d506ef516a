import { useState } from 'react';
import { Select } from '@backstage/ui';
import {
  DateInput,
  FormDialog,
  formStyles as styles,
  TextInput,
} from '@millrace/backstage-plugin-data-platform-react';
import { SeriesView } from '../series/SeriesView';
import {
  BACKFILL_FIELDS,
  BackfillForm,
  backfillInput,
  backfillProblems,
  datesOf,
} from './backfillForm';
import { Every } from './backfillDates';
import { DateList } from './DateList';
import { JobDialogProps } from './JobSubject';

const STEPS: { id: Every; label: string }[] = [
  { id: 'hour', label: 'Hour' },
  { id: 'day', label: 'Day' },
  { id: 'week', label: 'Week' },
  { id: 'month', label: 'Month' },
];

const ON_FAILURE = [
  { id: 'stop', label: 'Start no more runs' },
  { id: 'continue', label: 'Go on with the next date' },
];

/** Runs a job once for each date of a range, as one series that can be followed and cancelled. */
export function BackfillDialog(props: JobDialogProps) {
  const { subject, onClose } = props;
  const [form, setForm] = useState<BackfillForm>({
    from: '',
    to: '',
    every: 'day',
    dateArgument: subject.dateArgument ?? '',
    parallel: '1',
    onFailure: 'stop',
  });
  const change = (patch: Partial<BackfillForm>) =>
    setForm({ ...form, ...patch });
  const input = backfillInput(form);
  const dates = datesOf(form);
  const hours = form.every === 'hour';
  return (
    <FormDialog
      title={`Back-fill ${subject.title}`}
      submit={
        dates.length > 0 ? `Start ${dates.length} runs` : 'Start the series'
      }
      fields={BACKFILL_FIELDS}
      problems={backfillProblems(form)}
      request={
        input && {
          operation: 'spark-job:backfill',
          entityRef: subject.entityRef,
          input,
        }
      }
      hideSteps
      progress={operation => <SeriesView operation={operation} />}
      onClose={onClose}
    >
      <p className={styles.quiet}>
        One run for each date, oldest first. The series goes on when this page
        is closed, and can be cancelled on the page of the job.
      </p>
      <div className={styles.row}>
        <Select
          label="One run for each"
          options={STEPS}
          selectedKey={form.every}
          onSelectionChange={key =>
            change({ every: key as Every, from: '', to: '' })
          }
        />
        <DateInput
          field="from"
          label="From"
          hours={hours}
          required
          value={form.from}
          onChange={from => change({ from })}
        />
        <DateInput
          field="to"
          label="To, inclusive"
          hours={hours}
          required
          value={form.to}
          onChange={to => change({ to })}
        />
      </div>
      <TextInput
        field="dateArgument"
        label="Argument that carries the date"
        description="{date} is YYYY-MM-DD, {datetime} the full time. An argument that begins the same is replaced, otherwise it is added."
        placeholder="--date={date}"
        value={form.dateArgument}
        onChange={dateArgument => change({ dateArgument })}
      />
      <div className={styles.row}>
        <TextInput
          field="parallel"
          label="At the same time"
          numeric
          value={form.parallel}
          onChange={parallel => change({ parallel })}
        />
        <Select
          label="When a run fails"
          options={ON_FAILURE}
          selectedKey={form.onFailure}
          onSelectionChange={key =>
            change({ onFailure: key as BackfillForm['onFailure'] })
          }
        />
      </div>
      <DateList dates={dates} />
    </FormDialog>
  );
}
