import { useState } from 'react';
import { AdoptableJob } from '@millrace/backstage-plugin-data-platform-common';
import {
  EntitySelect,
  FormDialog,
  formStyles as styles,
  TextInput,
} from '@millrace/backstage-plugin-data-platform-react';
import { productFilter } from '../extensions/entityFilters';
import { AdoptedSteps } from './AdoptedSteps';
import { jobNameProblems } from './jobNames';
import adoptStyles from './adopt.module.css';

/** Registers chosen jobs in a data product, each under a name that can be changed. */
export function AdoptJobsDialog(props: {
  jobs: readonly AdoptableJob[];
  onAdopted: () => void;
  onClose: () => void;
}) {
  const { jobs, onAdopted, onClose } = props;
  const [product, setProduct] = useState<string>();
  const [names, setNames] = useState(jobs.map(({ name }) => name));
  const places = [...new Set(jobs.map(({ namespace }) => namespace))];
  return (
    <FormDialog
      title={
        jobs.length === 1
          ? `Adopt ${jobs[0].name}`
          : `Adopt ${jobs.length} jobs`
      }
      submit={jobs.length === 1 ? 'Adopt the job' : 'Adopt the jobs'}
      fields={['product', ...jobs.map((_, index) => `jobs[${index}]`)]}
      problems={jobNameProblems(names)}
      request={
        product
          ? {
              operation: 'spark-job:adopt',
              input: {
                product,
                jobs: jobs.map(({ key }, index) => ({
                  key,
                  name: names[index],
                })),
              },
            }
          : undefined
      }
      hideSteps
      progress={operation => (
        <AdoptedSteps operation={operation} onDone={onAdopted} />
      )}
      onClose={onClose}
    >
      <p className={styles.quiet}>
        {jobs.length === 1
          ? 'It is registered in the catalog; nothing on the cluster is changed. Its runs so far count as its history.'
          : 'They are registered in the catalog; nothing on the cluster is changed. Their runs so far count as their history.'}
      </p>
      <EntitySelect
        field="product"
        label="Data product"
        noun="data product"
        filter={productFilter}
        required
        value={product}
        onChange={setProduct}
      />
      <fieldset className={styles.group}>
        <legend className={styles.legend}>
          Names in the catalog ({places.join(', ')})
        </legend>
        <div className={adoptStyles.names}>
          {jobs.map(({ key, name, namespace }, index) => (
            <TextInput
              key={key}
              field={`jobs[${index}]`}
              label={`${namespace}/${name}`}
              value={names[index]}
              onChange={text =>
                setNames(names.map((old, at) => (at === index ? text : old)))
              }
            />
          ))}
        </div>
      </fieldset>
    </FormDialog>
  );
}
