import { projected } from '@millrace/backstage-plugin-data-platform-node/testUtils';
import { sampleNamed } from './__testUtils__/sampleNamed';
import { sparkApplicationFacts } from './facts';
import { keepSparkApplication } from './keep';
import { sparkApplicationLinks } from './links';
import { applicationTrace } from './operatorTrace';
import { belongsToAttempt } from './related';
import { sparkRun } from './run';
import { sparkApplication } from './sparkApplication';
import { sparkApplicationTimeline } from './timeline';

function factsOf(title: string): Record<string, string> {
  const { object, context } = sampleNamed(title);
  return Object.fromEntries(
    sparkApplicationFacts(object, context).map(({ key, value }) => [
      key,
      value,
    ]),
  );
}

describe('facts', () => {
  it('tell sizes from the settings, and the image with its version', () => {
    expect(factsOf('RunningHealthy with all executors')).toMatchObject({
      executors: '3 of 3',
      attempts: '1 of 1',
      cores: '13',
      image: 'registry.example/etl:4.0.1',
      sparkVersion: '4.0.1',
      applicationId: 'orders-daily-0',
    });
  });

  it('make no number up of executors that nobody has seen', () => {
    expect(factsOf('ResourceReleased after a success').executors).toBe(
      '3 asked for',
    );
  });

  it('tell what the operator needs, tolerates and keeps', () => {
    expect(
      factsOf('InitializedBelowThresholdExecutors, time is left')
        .executorsNeeded,
    ).toBe('3 to begin, 1 to go on');
    expect(
      factsOf('TerminatedWithoutReleaseResources after a success').kept,
    ).toBe('kept, as its definition asks');
    expect(factsOf('ResourceReleased after all restarts failed').attempts).toBe(
      '4 of 4',
    );
  });
});

describe('a run that is over and whose time is over', () => {
  const MINUTE = 60_000;
  const lookAt = (title: string, tolerations: object, minutes: number) => {
    const { raw, context } = sampleNamed(title);
    const spec = {
      ...(raw.spec as object),
      applicationTolerations: tolerations,
    };
    const object = projected(sparkApplication, { ...raw, spec });
    const ctx = { ...context, now: context.now + minutes * MINUTE };
    const facts = sparkApplicationFacts(object, ctx);
    return {
      facts: facts.filter(({ key }) => key === 'expires' || key === 'kept'),
      again: sparkRun(object, ctx)?.lookAgainAt,
    };
  };
  const at = (text: string) => Date.parse(`2026-11-22T${text}Z`);
  const overdue = (minute: string) => ({
    key: 'expires',
    label: 'Expires',
    value: `due since 2026-11-22 ${minute} UTC`,
    warning: true,
  });

  it('should be gone its time to live after the state before its resources were released', () => {
    const released = 'ResourceReleased after a success';
    const short = { ttlAfterStopMillis: 10 * MINUTE };
    // Stopped at 11:52:10; looked at from 12:00 on.
    expect(lookAt(released, short, 0)).toEqual({
      facts: [],
      again: at('12:07:10.123'),
    });
    expect(lookAt(released, short, 8)).toEqual({
      facts: [overdue('12:02')],
      again: undefined,
    });
    const since = lookAt('ResourceReleased long after it was kept', short, 60);
    expect(since.facts).toEqual([overdue('12:02')]);
  });

  it.each([undefined, -1, 8.64e15])(
    'stays for ever where its time to live is %p',
    ttlAfterStopMillis => {
      const seen = lookAt(
        'ResourceReleased after a success',
        { ttlAfterStopMillis },
        60 * 24 * 365,
      );
      expect(seen).toEqual({ facts: [], again: undefined });
    },
  );

  it('loses the pods that are kept at the sooner of both times, and goes by its own', () => {
    const kept = 'TerminatedWithoutReleaseResources after a success';
    const both = {
      resourceRetainDurationMillis: 10 * MINUTE,
      ttlAfterStopMillis: 30 * MINUTE,
    };
    expect(lookAt(kept, both, 0)).toMatchObject({
      facts: [{ value: 'kept, as its definition asks' }],
      again: at('12:07:11.123'),
    });
    const late = {
      key: 'kept',
      label: 'Pods',
      value: 'still kept, due to go since 2026-11-22 12:02 UTC',
      warning: true,
    };
    expect(lookAt(kept, both, 10)).toEqual({
      facts: [late],
      again: at('12:27:11.123'),
    });
    expect(lookAt(kept, both, 30)).toEqual({
      facts: [late, overdue('12:22')],
      again: undefined,
    });
  });

  it('never goes where nothing tells when it stopped', () => {
    const { raw, context } = sampleNamed('ResourceReleased after a success');
    const { currentState } = raw.status as { currentState: object };
    const status = {
      currentState,
      stateTransitionHistory: { 5: currentState },
    };
    const object = projected(sparkApplication, { ...raw, status });
    expect(sparkApplicationFacts(object, context)).toContainEqual(
      expect.objectContaining({
        value: 'never: the operator has not recorded when it ended',
      }),
    );
  });

  it('says nothing of its age once it is being deleted', () => {
    const { raw, context } = sampleNamed('ResourceReleased after a success');
    const object = projected(sparkApplication, {
      ...raw,
      metadata: {
        ...raw.metadata,
        deletionTimestamp: '2026-11-22T11:53:00Z',
      },
    });
    const now = context.now + 7 * 24 * 60 * MINUTE;
    expect(
      sparkApplicationFacts(object, { ...context, now }).map(({ key }) => key),
    ).not.toContain('expires');
  });
});

describe('timeline', () => {
  const stepsOf = (title: string) => {
    const { object, context } = sampleNamed(title);
    return sparkApplicationTimeline(object, context).map(
      step => `${step.title}: ${step.state}`,
    );
  };

  it.each([
    ['ResourceReleased after a success', 'Succeeded: done'],
    ['ResourceReleased after a failure', 'Failed: failed'],
    ['ResourceReleased because it was deleted', 'Stopped: done'],
    ['ResourceReleased, and nothing tells the end', 'Ended: done'],
    ['RunningHealthy with all executors', 'End: pending'],
  ])('%s ends with %s', (title, last) => {
    expect(stepsOf(title).at(-1)).toBe(last);
  });

  it('says nothing of executors whose pods were gone before the portal looked', () => {
    expect(stepsOf('ResourceReleased after a success').join()).not.toContain(
      'Executors',
    );
    expect(stepsOf('RunningHealthy with all executors')).toContain(
      'Executors: done',
    );
  });

  it('shows a driver that was refused', () => {
    expect(stepsOf('SchedulingFailure by quota')[1]).toBe('Submitted: failed');
  });
});

describe('links', () => {
  const patterns = { historyServer: 'https://history.example/{appId}/jobs/' };

  it('lead to the History Server by the id that the operator makes', () => {
    const { object } = sampleNamed('RunningHealthy with all executors');
    expect(sparkApplicationLinks(object, { patterns })).toEqual([
      {
        title: 'Spark History Server',
        url: 'https://history.example/orders-daily-0/jobs/',
      },
    ]);
  });

  it('lead to the UI through the ingress of the definition, while it is served', () => {
    const uiOf = (title: string, ingress: unknown) => {
      const { raw } = sampleNamed(title);
      const named: any = structuredClone(raw);
      named.spec.driverServiceIngressList = [{ ingressSpec: ingress }];
      const object = { ...named, ...keepSparkApplication(named) };
      return sparkApplicationLinks(object, { patterns: {} });
    };
    const rules = [{ host: 'orders.spark.example' }];
    expect(uiOf('RunningHealthy with all executors', { rules })).toEqual([
      { title: 'Spark UI', url: 'http://orders.spark.example/' },
    ]);
    expect(
      uiOf('RunningHealthy with all executors', { rules, tls: [{}] })[0].url,
    ).toBe('https://orders.spark.example/');
    expect(uiOf('ResourceReleased after a success', { rules })).toEqual([]);
  });
});

describe('pods', () => {
  const pod = (labels: Record<string, string>, createdAt = '11:40:05') =>
    ({ labels, createdAt: Date.parse(`2026-11-22T${createdAt}Z`) } as any);
  const { object } = sampleNamed('Failed at the last attempt');

  it('belong to the attempt whose application they name', () => {
    const of = (app: string) =>
      belongsToAttempt(pod({ 'spark-app-selector': app }), object);
    expect(of('orders-daily-1')).toBe(true);
    expect(of('orders-daily-0')).toBe(false);
  });

  it('without that name belong to it when they are not older', () => {
    expect(belongsToAttempt(pod({}), object)).toBe(true);
    expect(belongsToAttempt(pod({}, '11:31:00'), object)).toBe(false);
  });
});

describe('the trace of the operator', () => {
  const traceOf = (title: string) => {
    const { object, context } = sampleNamed(title);
    return applicationTrace(object, context);
  };

  it.each([
    ['created a moment ago', 'pick-up'],
    ['the driver has failed, and the operator has not recorded it', 'end'],
    ['held by spec.suspend, so without a state', undefined],
    ['RunningHealthy with all executors', undefined],
    ['ResourceReleased after a failure', undefined],
    ['being deleted', undefined],
  ])('%s owes %p', (title, what) => {
    expect(traceOf(title).owes?.what).toBe(what);
  });

  it('is as old as the newest state', () => {
    expect(traceOf('ResourceReleased after a failure')).toMatchObject({
      touched: true,
      actedAt: Date.parse('2026-11-22T11:52:11.123Z'),
    });
  });
});
