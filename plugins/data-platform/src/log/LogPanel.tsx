import { useState } from 'react';
import { PodSummary } from '@millrace/backstage-plugin-data-platform-common';
import { EmptyState } from '@millrace/backstage-plugin-data-platform-react';
import { GoneLog } from './GoneLog';
import { KeptLog } from './KeptLog';
import { LogReader } from './LogReader';

/**
 * The logs of a run, pod by pod: read from the cluster while the pod is there;
 * else the log store's, and the last lines of a failed driver that were kept.
 * @param resourceId - undefined where the pods are not, or no longer, those of
 *   the object: a retry makes others under the same names
 */
export function LogPanel(props: {
  resourceId: string | undefined;
  pods: readonly PodSummary[];
  initialPod?: string;
  /** The last lines of the driver. */
  kept?: string;
  keptTruncated?: boolean;
  /** Why there are none, of a run that failed. */
  keptMissing?: string;
}) {
  const { resourceId, pods, initialPod, kept } = props;
  const { keptTruncated, keptMissing } = props;
  const [picked, setPicked] = useState(initialPod);
  const pod =
    pods.find(({ name }) => name === picked) ??
    pods.find(({ role, gone }) => role === 'driver' && !gone) ??
    pods.find(({ role }) => role === 'driver') ??
    pods.find(({ gone }) => !gone) ??
    pods[0];
  if (pod && resourceId && !pod.gone) {
    return (
      <LogReader
        resourceId={resourceId}
        pods={pods}
        pod={pod}
        onPod={setPicked}
      />
    );
  }
  if (pod) {
    return (
      <GoneLog
        pods={pods}
        pod={pod}
        allGone={!resourceId}
        onPod={setPicked}
        kept={kept}
        truncated={keptTruncated}
        missing={keptMissing}
      />
    );
  }
  if (kept !== undefined) {
    return <KeptLog text={kept} truncated={keptTruncated} name="driver" />;
  }
  return (
    <EmptyState title="There is no log to read.">
      {keptMissing ??
        (resourceId
          ? 'No pod has started yet. The log appears here as soon as one runs.'
          : 'The pods are gone, and the portal keeps the last lines of failed runs only.')}
    </EmptyState>
  );
}
