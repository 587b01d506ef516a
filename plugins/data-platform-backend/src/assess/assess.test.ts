import fc from 'fast-check';
import { mockServices } from '@backstage/backend-test-utils';
import { Assessment } from '@millrace/backstage-plugin-data-platform-common';
import { container, event, pod } from '../store/__testUtils__/evidence';
import { capText } from './capText';
import { Guard } from './Guard';
import { normalAssessment } from './normalAssessment';
import { podSummaries } from './podSummaries';
import { resourceEvents } from './resourceEvents';
import { safeUrl } from './safeLinks';
import { wireTime } from './wireTime';

describe('capText', () => {
  it('keeps what fits, cuts what does not, and never inside a character', () => {
    expect(capText('short', 10)).toBe('short');
    expect(capText('0123456789a', 10)).toBe('012345678…');
    expect(capText('01234567😀9', 10)).toBe('01234567…');
    expect(capText('a\u0000b\u001bc', 10)).toBe('a b c');
    expect(capText(undefined, 10)).toBe('');
  });

  it('is bounded for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(50), (text, max) => {
        expect(capText(text, max + 1).length).toBeLessThanOrEqual(max + 1);
      }),
    );
  });
});

describe('normalAssessment', () => {
  it('holds what an integration says to the wire', () => {
    const given = {
      health: 'excellent',
      outcome: 'maybe',
      reason: '',
      message: 'x'.repeat(5000),
      since: 'yesterday',
      evidence: Array.from({ length: 100 }, () => ({
        kind: 'pod',
        subject: 'pod a',
        message: 'y'.repeat(9000),
        at: '2026-03-02T09:00:00+01:00',
      })),
      remedies: [],
    } as unknown as Assessment;
    const normal = normalAssessment(given);
    expect(normal).toMatchObject({ health: 'unknown', reason: 'Unknown' });
    expect([normal.outcome, normal.since]).toEqual([undefined, undefined]);
    expect(normal.message).toHaveLength(1000);
    expect(normal.evidence).toHaveLength(40);
    expect(normal.evidence[0].message).toHaveLength(2000);
    expect(normal.evidence[0].at).toBe('2026-03-02T08:00:00.000Z');
  });
});

describe('wireTime', () => {
  it('has no time for what is none', () => {
    expect(wireTime(undefined)).toBeUndefined();
    expect(wireTime(NaN)).toBeUndefined();
    expect(wireTime(1e17)).toBeUndefined();
    expect(wireTime(0)).toBe('1970-01-01T00:00:00.000Z');
  });
});

describe('safeUrl', () => {
  it('lets nothing through but http(s), whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string(), fc.anything()), url => {
        expect(safeUrl(url) ?? 'https://').toMatch(/^https?:\/\//);
      }),
    );
    expect(safeUrl('HTTPS://Ui.Example/x')).toBe('https://ui.example/x');
    expect(safeUrl(`https://a/${'x'.repeat(3000)}`)).toBeUndefined();
    expect(safeUrl('java\nscript:alert(1)')).toBeUndefined();
  });
});

describe('Guard', () => {
  it('counts every failure, and tells each kind once', () => {
    const logger = mockServices.logger.mock();
    const guard = new Guard(logger);
    const failing = () => {
      throw new Error('no');
    };
    expect(guard.run('a', failing, error => error.message)).toBe('no');
    guard.run('a', failing, () => undefined);
    guard.run('b', failing, () => undefined);
    expect(
      guard.run(
        'c',
        () => 1,
        () => 2,
      ),
    ).toBe(1);
    expect(guard.failures).toBe(3);
    expect(logger.error).toHaveBeenCalledTimes(2);
  });
});

describe('podSummaries', () => {
  it('lists the driver first, and tells why a pod is as it is', () => {
    const labels = (role: string) => ({ toy: 'orders', 'spark-role': role });
    const summaries = podSummaries({
      pods: [
        pod('exec-2', {
          labels: labels('executor'),
          createdAt: 2000,
          phase: 'Pending',
          unschedulable: {
            reason: 'Unschedulable',
            message: '0/3 nodes are available',
            since: 0,
          },
        }),
        pod('driver', {
          labels: labels('driver'),
          createdAt: 3000,
          containers: [
            container({ running: { startedAt: 4000 }, restarts: 2 }),
            container({ name: 'sidecar' }),
          ],
        }),
      ],
      gonePods: [
        pod('exec-1', {
          labels: labels('executor'),
          createdAt: 1000,
          phase: 'Failed',
          containers: [
            container({
              terminated: {
                exitCode: 137,
                reason: 'OOMKilled',
                startedAt: 1500,
                finishedAt: 9000,
              },
            }),
          ],
        }),
      ],
    });
    expect(summaries.map(each => each.name)).toEqual([
      'driver',
      'exec-1',
      'exec-2',
    ]);
    expect(summaries).toMatchObject([
      {
        role: 'driver',
        restarts: 2,
        startedAt: '1970-01-01T00:00:04.000Z',
        containers: ['main', 'sidecar'],
      },
      {
        reason: 'OOMKilled',
        exitCode: 137,
        finishedAt: '1970-01-01T00:00:09.000Z',
        gone: true,
      },
      { reason: 'Unschedulable', message: '0/3 nodes are available' },
    ]);
  });
});

describe('resourceEvents', () => {
  it('lists at most a hundred, newest first', () => {
    const events = Array.from({ length: 150 }, (_, n) =>
      event(
        { kind: 'Pod', name: 'p' },
        { uid: `${n}`, lastAt: n * 1000, count: 0 },
      ),
    );
    const listed = resourceEvents(events);
    expect(listed).toHaveLength(100);
    expect(listed[0]).toMatchObject({
      subject: 'pod p',
      count: 1,
      lastAt: '1970-01-01T00:02:29.000Z',
    });
  });
});
