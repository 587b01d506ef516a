import { ManualClock } from '../clock/ManualClock';
import { CONFIG_MAPS, EVENTS, NAMESPACES } from '../testing/refs';
import { Sandbox } from './Sandbox';

function setUp() {
  const clock = new ManualClock(Date.parse('2026-01-01T00:00:00Z'));
  const { api } = new Sandbox({ clock });
  api.create(NAMESPACES, undefined, { metadata: { name: 'sales' } });
  const involved = api.create(CONFIG_MAPS, 'sales', {
    metadata: { name: 'pi' },
  });
  const record = (rest: object = {}) =>
    api.recordEvent({
      involved,
      type: 'Warning',
      reason: 'BackOff',
      message: 'Back-off pulling image',
      component: 'kubelet',
      ...rest,
    });
  return { api, clock, record, list: () => api.list(EVENTS, 'sales') };
}

describe('recordEvent', () => {
  it('writes an event as client-go does', () => {
    const { record, list } = setUp();
    record();
    expect(list()).toEqual([
      expect.objectContaining({
        involvedObject: expect.objectContaining({
          kind: 'ConfigMap',
          namespace: 'sales',
          name: 'pi',
          apiVersion: 'v1',
        }),
        firstTimestamp: '2026-01-01T00:00:00Z',
        lastTimestamp: '2026-01-01T00:00:00Z',
        count: 1,
        eventTime: null,
        reportingComponent: 'kubelet',
      }),
    ]);
    expect(list()[0].metadata.name).toMatch(/^pi\.[0-9a-f]{16}$/);
  });

  it('counts a repeat, and begins anew for another message', () => {
    const { clock, record, list } = setUp();
    record();
    clock.advance(5_000);
    record();
    record({ message: 'other' });
    expect(list().map(event => [event.message, event.count])).toEqual([
      ['Back-off pulling image', 2],
      ['other', 1],
    ]);
    expect(list()[0].lastTimestamp).toBe('2026-01-01T00:00:05Z');
  });

  it('writes for the scheduler by the newer API: an instant, no count', () => {
    const { record, list } = setUp();
    record({ component: 'default-scheduler', reason: 'FailedScheduling' });
    expect(list()[0]).toMatchObject({
      eventTime: '2026-01-01T00:00:00.000000Z',
      action: 'Scheduling',
      firstTimestamp: null,
    });
    expect(list()[0].count).toBeUndefined();
  });

  it('forgets events after an hour without a repeat', () => {
    const { clock, record, list } = setUp();
    record();
    clock.advance(50 * 60 * 1000);
    record();
    record({ message: 'other' });
    clock.advance(59 * 60 * 1000);
    expect(list()).toHaveLength(2);
    clock.advance(3 * 60 * 1000);
    expect(list()).toHaveLength(0);
    record();
    expect(list()[0].count).toBe(1);
  });

  it('loses events of a namespace that is ending, without a sound', () => {
    const { api, record, list } = setUp();
    api.delete(NAMESPACES, undefined, 'sales');
    record();
    expect(list()).toEqual([]);
  });
});
