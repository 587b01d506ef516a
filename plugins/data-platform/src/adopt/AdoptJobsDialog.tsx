import { useState } from 'react';
import { Alert } from '@backstage/ui';
import { AdoptableJob } from '@millrace/backstage-plugin-data-platform-common';
import {
  EntitySelect,
  FormDialog,
  formStyles as styles,
  refTitle,
  TextInput,
} from '@millrace/backstage-plugin-data-platform-react';
import { productFilter } from '../extensions/entityFilters';
import { AdoptedSteps } from './AdoptedSteps';
import { jobNameProblems } from './jobNames';
import { NoProduct } from './NoProduct';
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
  const domains = [...new Set(jobs.flatMap(job => job.domainRef ?? []))];
  const places = [...new Set(jobs.map(({ namespace }) => namespace))];
  return (
    <FormDialog
      title={
        jobs.length === 1
          ? `Adopt ${jobs[0].name}`
          : `Adopt ${jobs.length} jobs`
      }
      submit={jobs.length === 1 ? 'Adopt the job' : 'Adopt the jobs'}
      fields={['product', ...jobs.map((_, index) => `jobs.${index}`)]}
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
      {domains.length > 1 ? (
        <Alert
          status="warning"
          icon
          title={`The chosen jobs belong to ${domains.length} domains.`}
          description={`A data product belongs to one domain. Adopt those of ${domains
            .map(refTitle)
            .join(' and those of ')} by themselves.`}
        />
      ) : (
        <EntitySelect
          field="product"
          label="Data product"
          noun="data product"
          filter={{ ...productFilter, 'relations.partOf': domains }}
          required
          value={product}
          onChange={setProduct}
          empty={<NoProduct domainRef={domains[0]} onLeave={onClose} />}
        />
      )}
      <fieldset className={styles.group}>
        <legend className={styles.legend}>
          Names in the catalog ({places.join(', ')})
        </legend>
        <div className={adoptStyles.names}>
          {jobs.map(({ key, name, namespace }, index) => (
            <TextInput
              key={key}
              field={`jobs.${index}`}
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
