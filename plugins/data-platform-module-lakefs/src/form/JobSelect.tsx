import { useMemo } from 'react';
import {
  EntitySelect,
  useEntityChoices,
} from '@millrace/backstage-plugin-data-platform-react';
import { TYPE_SPARK_JOB } from '@millrace/backstage-plugin-data-platform-common';

/** Chooses a Spark job of a data domain, or none; not there where the domain has no job. */
export function JobSelect(props: {
  domainRef: string;
  value: string | undefined;
  onChange: (jobRef: string | undefined) => void;
}) {
  const { domainRef, value, onChange } = props;
  // A job is a part of a data product, and that a part of the domain.
  const { choices: products } = useEntityChoices(
    JSON.stringify({ kind: 'System', 'relations.partOf': domainRef }),
  );
  const filter = useMemo(
    () => ({
      kind: 'Component',
      'spec.type': TYPE_SPARK_JOB,
      'relations.partOf': (products ?? []).map(({ id }) => id),
    }),
    [products],
  );
  if (!products || products.length === 0) {
    return null;
  }
  return (
    <EntitySelect
      field="job"
      label="Run a job on it (optional)"
      description="Checked and started once the branch is there."
      noun="job"
      filter={filter}
      none="No job"
      absentIfEmpty
      value={value}
      onChange={onChange}
    />
  );
}
