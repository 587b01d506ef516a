import { useState } from 'react';
import { Checkbox } from '@backstage/ui';
import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { ArgumentList } from '../forms/ArgumentList';
import { EntitySelect } from '../forms/EntitySelect';
import { FormDialog } from '../forms/FormDialog';
import { nameProblem } from '../forms/nameProblem';
import { OpenEntityButton } from '../forms/OpenEntityButton';
import { TextInput } from '../forms/TextInput';
import { productFilter } from '../extensions/entityFilters';
import { JobDialogProps } from './JobSubject';
import { runValuesOf } from './runValues';
import styles from '../forms/forms.module.css';

const FIELDS = ['name', 'title', 'description', 'product', 'arguments'];

/** Registers a new job with the definition of this one. */
export function CloneDialog(props: JobDialogProps) {
  const { subject, onClose } = props;
  const [defined] = useState(() => runValuesOf(subject.definition).arguments);
  const [name, setName] = useState(`${subject.name}-copy`.slice(0, 63));
  const [title, setTitle] = useState('');
  const [description, setDescription] = useState(subject.description ?? '');
  const [product, setProduct] = useState(subject.productRef);
  const [args, setArgs] = useState(defined);
  const [keepSchedule, setKeepSchedule] = useState(false);
  const problem = nameProblem(name);
  const problems: Finding[] = problem
    ? [{ level: 'error', field: 'name', message: problem }]
    : [];
  return (
    <FormDialog
      title={`Clone ${subject.title}`}
      submit="Create the job"
      fields={FIELDS}
      problems={problems}
      request={{
        operation: 'spark-job:clone',
        entityRef: subject.entityRef,
        input: {
          name,
          ...(title && { title }),
          ...(description && { description }),
          ...(product && product !== subject.productRef && { product }),
          ...(JSON.stringify(args) !== JSON.stringify(defined) && {
            arguments: args.filter(argument => argument !== ''),
          }),
          ...(keepSchedule && { keepSchedule }),
        },
      }}
      result={({ output }) => (
        <OpenEntityButton
          entityRef={output?.entityRef}
          title="Open the job"
          onOpen={onClose}
        />
      )}
      onClose={onClose}
    >
      <div className={styles.row}>
        <TextInput
          field="name"
          label="Name"
          required
          value={name}
          onChange={setName}
        />
        <TextInput
          field="title"
          label="Title (optional)"
          value={title}
          onChange={setTitle}
        />
      </div>
      <TextInput
        field="description"
        label="Description (optional)"
        value={description}
        onChange={setDescription}
      />
      <EntitySelect
        field="product"
        label="Data product"
        noun="data product"
        filter={productFilter}
        value={product}
        onChange={setProduct}
      />
      <ArgumentList value={args} onChange={setArgs} />
      {subject.scheduled && (
        <Checkbox isSelected={keepSchedule} onChange={setKeepSchedule}>
          Keep the schedule as well: both jobs run by themselves
        </Checkbox>
      )}
    </FormDialog>
  );
}
