import {
  agoFrom,
  notebookFixture,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { idleness } from './idleness';

const now = Date.parse('2026-11-22T10:00:00Z');
const ago = agoFrom(now);
const running = notebookFixture(ago, 'inUse');

describe('idleness', () => {
  it.each([
    [0, 'in use', true],
    [9, 'in use', true],
    [12, '12 min', false],
    [360, '6 h', false],
  ])('%s min without activity is %s', (minutes, text, inUse) => {
    const server = { ...running, idleSince: ago(minutes) };
    expect(idleness(server, now)).toEqual({
      text,
      seconds: minutes * 60,
      inUse,
    });
  });

  it('is no number where activity is not known', () => {
    expect(idleness({ ...running, activityKnown: false }, now)).toEqual({
      text: 'not known',
    });
    expect(idleness({ ...running, idleSince: undefined }, now)).toEqual({
      text: 'not known yet',
    });
  });

  it('is nothing of a server that does not run', () => {
    expect(idleness(notebookFixture(ago, 'stopped'), now)).toEqual({
      text: '–',
      inUse: false,
    });
  });

  it('is not known while the cluster is silent', () => {
    const stale = { since: ago(30), message: 'eu-1 is silent.' };
    const server = { ...running, resource: { ...running.resource, stale } };
    expect(idleness(server, now)).toEqual({ text: 'not known' });
  });
});
