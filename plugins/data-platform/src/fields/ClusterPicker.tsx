import { useEffect } from 'react';
import { Alert, Skeleton } from '@backstage/ui';
import { Presets } from '@millrace/backstage-plugin-data-platform-common';
import {
  usePresets,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { CardChoice } from './CardChoice';
import type { clusterFieldSchema } from './clusterField';
import { fieldText } from './fieldText';
import styles from './CardChoice.module.css';

type Cluster = Presets['clusters'][number];

/** A cluster to create something on; one that cannot be used says why. */
export function ClusterPicker(props: typeof clusterFieldSchema.TProps) {
  const { formData, onChange, uiSchema } = props;
  const { value, error, refresh } = usePresets();
  const wanted = uiSchema['ui:options']?.serves ?? [];
  const clusters = value?.clusters ?? [];
  const usable = clusters.filter(cluster => !reasonAgainst(cluster, wanted));
  const only = usable.length === 1 ? usable[0].name : undefined;
  useEffect(() => {
    // One possible answer is no question.
    if (only && !formData) {
      onChange(only);
    }
  }, [only, formData, onChange]);

  if (!value) {
    return error ? (
      <ViewProblem error={error} subject="the clusters" onRetry={refresh} />
    ) : (
      <Skeleton
        width="100%"
        height={72}
        role="status"
        aria-label="Loading the clusters"
      />
    );
  }
  if (clusters.length === 0) {
    return (
      <Alert
        status="warning"
        icon
        title="No cluster is connected."
        description="Ask the platform team to connect one to the portal."
      />
    );
  }
  return (
    <CardChoice
      {...fieldText(props, 'Cluster')}
      value={formData}
      onChange={onChange}
      disabled={props.disabled}
      options={clusters.map(cluster => ({
        id: cluster.name,
        title: cluster.title ?? cluster.name,
        body: cluster.title && cluster.title !== cluster.name && (
          <span className={styles.quiet}>{cluster.name}</span>
        ),
        disabledReason: reasonAgainst(cluster, wanted),
      }))}
    />
  );
}

function reasonAgainst(
  cluster: Cluster,
  wanted: readonly string[],
): string | undefined {
  if (cluster.state !== 'connected') {
    return cluster.message ?? `It is ${cluster.state}.`;
  }
  const missing = wanted.filter(kind => !cluster.serves.includes(kind));
  return missing.length > 0
    ? `It does not serve ${missing.join(', ')}: the operator is not installed.`
    : undefined;
}
