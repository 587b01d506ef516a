import { ResourceEvent } from '@millrace/backstage-plugin-data-platform-common';
import { EventEvidence } from '@millrace/backstage-plugin-data-platform-node';
import { capText } from './capText';
import { wireTime } from './wireTime';

const MAX_EVENTS = 100;

/** Events as the screens list them, newest first. */
export function resourceEvents(
  events: readonly EventEvidence[],
): ResourceEvent[] {
  return [...events]
    .sort((a, b) => b.lastAt - a.lastAt)
    .slice(0, MAX_EVENTS)
    .map(event => ({
      type: capText(event.type || 'Normal', 20),
      reason: capText(event.reason, 200),
      message: capText(event.message, 2000),
      count: Math.max(1, Math.trunc(event.count) || 1),
      subject: capText(
        `${event.involved.kind.toLowerCase()} ${event.involved.name}`,
        300,
      ),
      firstAt: wireTime(event.firstAt),
      lastAt: wireTime(event.lastAt),
    }));
}
