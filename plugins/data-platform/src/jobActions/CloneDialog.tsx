import { useState } from 'react';
import { Checkbox } from '@backstage/ui';
import {
  ArgumentList,
  EntitySelect,
  FormDialog,
  IDENTITY_FIELDS,
  IdentityFields,
  OpenEntityButton,
  useIdentity,
} from '@millrace/backstage-plugin-data-platform-react';
import { productFilter } from '../extensions/entityFilters';
import { JobDialogProps } from './JobSubject';
import { runValuesOf } from './runValues';

const FIELDS = [...IDENTITY_FIELDS, 'product', 'arguments'];

/** Registers a new job with the definition of this one. */
export function CloneDialog(props: JobDialogProps) {
  const { subject, onClose } = props;
  const [defined] = useState(() => runValuesOf(subject.definition).arguments);
  const identity = useIdentity({
    name: `${subject.name}-copy`.slice(0, 63),
    description: subject.description,
  });
  const [product, setProduct] = useState(subject.productRef);
  const [args, setArgs] = useState(defined);
  const [keepSchedule, setKeepSchedule] = useState(false);
  return (
    <FormDialog
      title={`Clone ${subject.title}`}
      submit="Create the job"
      fields={FIELDS}
      problems={identity.problems}
      request={{
        operation: 'spark-job:clone',
        entityRef: subject.entityRef,
        input: {
          ...identity.input,
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
      <IdentityFields value={identity.value} onChange={identity.set} />
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
