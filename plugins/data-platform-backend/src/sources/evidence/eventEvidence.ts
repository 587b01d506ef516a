import { EventEvidence } from '@millrace/backstage-plugin-data-platform-node';
import { integer, record, text, time } from '../fields';

const MAX_MESSAGE = 1024;
/** What Go's fmt makes of arguments that its format has no place for: the Kubeflow operator's events on executors have them. */
const EXTRA = /%!\(EXTRA ([^)]*)\)/g;

/** Reduces a core/v1 Event. Events of the scheduler have eventTime and a series, and no count nor firstTimestamp. */
export function eventEvidence(raw: unknown): EventEvidence | undefined {
  const event = record(raw);
  const meta = record(event.metadata);
  const uid = text(meta.uid);
  const involved = record(event.involvedObject);
  const name = text(involved.name);
  if (!uid || !name) {
    return undefined;
  }
  const series = record(event.series);
  const firstAt =
    time(event.firstTimestamp) ??
    time(event.eventTime) ??
    time(meta.creationTimestamp) ??
    0;
  return {
    uid,
    type: text(event.type) ?? 'Normal',
    reason: text(event.reason) ?? 'Unknown',
    message: legible(text(event.message)?.slice(0, MAX_MESSAGE) ?? ''),
    count: Math.max(1, integer(event.count) ?? integer(series.count) ?? 1),
    firstAt,
    lastAt:
      time(event.lastTimestamp) ?? time(series.lastObservedTime) ?? firstAt,
    involved: {
      kind: text(involved.kind) ?? '',
      name,
      namespace: text(involved.namespace) ?? text(meta.namespace),
      uid: text(involved.uid),
    },
  };
}

/** `pi: pi-exec-1, 137` for `pi%!(EXTRA string=pi-exec-1, int32=137, string=)`. */
function legible(message: string): string {
  return message.replace(EXTRA, (_, given: string) => {
    const values = given
      .split(', ')
      .map(each => each.slice(each.indexOf('=') + 1))
      .filter(value => value !== '');
    return values.length > 0 ? `: ${values.join(', ')}` : '';
  });
}
