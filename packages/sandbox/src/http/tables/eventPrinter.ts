import { KubeObject } from '../../types';
import { since } from './age';
import { NAME_COLUMN } from './descriptions';
import type { Printer } from './Table';

const text = (name: string, description: string, priority = 0) => ({
  name,
  type: 'string',
  format: '',
  description,
  priority,
});

/** Events as pkg/printers/internalversion shows them; what the scheduler writes has an instant instead of first and last. */
export const eventPrinter: Printer = {
  columns: [
    text(
      'Last Seen',
      'The time at which the most recent occurrence of this event was recorded.',
    ),
    text(
      'Type',
      'Type of this event (Normal, Warning), new types could be added in the future',
    ),
    text(
      'Reason',
      "This should be a short, machine understandable string that gives the reason for the transition into the object's current status.",
    ),
    text('Object', 'The object that this event is about.'),
    text('Subobject', 'The piece of the object that this event is about.', 1),
    text(
      'Source',
      'The component reporting this event. Should be a short machine understandable string.',
      1,
    ),
    text(
      'Message',
      'A human-readable description of the status of this operation.',
    ),
    text(
      'First Seen',
      'The time at which the event was first recorded. (Time of server receipt is in TypeMeta.)',
      1,
    ),
    text('Count', 'The number of times this event has occurred.', 1),
    { ...NAME_COLUMN, priority: 1 },
  ],
  row: (event, now) => ({
    cells: [
      since(event.lastTimestamp ?? firstSeen(event), now),
      event.type,
      event.reason,
      subject(event),
      event.involvedObject?.fieldPath ?? '',
      source(event),
      (event.message ?? '').trim(),
      since(firstSeen(event), now),
      event.count ?? event.series?.count ?? 1,
      event.metadata.name,
    ],
  }),
};

function firstSeen(event: KubeObject): string | null {
  return event.firstTimestamp ?? event.eventTime;
}

function subject(event: KubeObject): string {
  const { kind = '', name = '' } = event.involvedObject ?? {};
  return name ? `${kind.toLowerCase()}/${name}` : kind.toLowerCase();
}

function source(event: KubeObject): string {
  const component = event.source?.component || event.reportingComponent || '';
  const host = event.source?.host || event.reportingInstance || '';
  return host ? `${component}, ${host}` : component;
}
