import { PodEvidence } from '@millrace/backstage-plugin-data-platform-node';
import { NotebookServer } from '../model/server';

/** What the node tells about an image, in the order in which it happens. Source: kubernetes pkg/kubelet/events/event.go. */
const BEGINS = 'Pulling';
const ENDS = ['Pulled', 'Created', 'Started', 'Failed', 'BackOff'];

/**
 * Since when the image of the pod is being pulled, epoch ms; undefined when it is not, or nobody tells. Only the events that
 * the controller of generation 1 repeats on the Notebook tell of it: others than warnings are not read.
 */
export function pullingSince(
  { ctx, kind }: NotebookServer,
  pod: PodEvidence,
): number | undefined {
  const told = ctx.events.filter(
    event => event.involved.kind === kind && event.lastAt >= pod.createdAt,
  );
  const last = (reasons: readonly string[]) =>
    Math.max(
      -Infinity,
      ...told
        .filter(event => reasons.includes(event.reason))
        .map(event => event.lastAt),
    );
  const begun = last([BEGINS]);
  return begun > last(ENDS) ? begun : undefined;
}
