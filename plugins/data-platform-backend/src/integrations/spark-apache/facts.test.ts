import { sampleNamed } from './__testUtils__/sampleNamed';
import { sparkApplicationFacts } from './facts';
import { keepSparkApplication } from './keep';
import { sparkApplicationLinks } from './links';
import { applicationTrace } from './operatorTrace';
import { belongsToAttempt } from './related';
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
