import { readFileSync } from 'fs';
import { resolve } from 'path';
import { parse } from 'yaml';
import { projected } from '@millrace/backstage-plugin-data-platform-node/testUtils';
import { SAMPLE_FILES, samplesOf } from '../__testUtils__/samples';
import { textAt } from '../../values/field';
import { APPLICATION_STATES } from '../model/applicationState';
import { CLUSTER_STATES } from '../model/clusterState';
import { sparkApplication } from '../sparkApplication';
import { sparkCluster } from '../sparkCluster';

const KINDS = [
  { kind: 'SparkApplication', definition: sparkApplication },
  { kind: 'SparkCluster', definition: sparkCluster },
] as const;

describe.each(KINDS)('verdicts on samples of a $kind', table => {
  const { kind, definition } = table;
  const expected: Record<string, unknown> = Object.assign(
    {},
    ...SAMPLE_FILES[kind].map(name =>
      parse(
        readFileSync(
          resolve(__dirname, `../__fixtures__/expected/${name}.yaml`),
          'utf8',
        ),
      ),
    ),
  );
  const samples = samplesOf(kind);

  it.each(samples)('$title', ({ title, object, context }) => {
    const { health, outcome, reason, message, nextStep, since } =
      definition.assess(projected(definition, object), context);
    expect({
      health,
      ...(outcome && { outcome }),
      reason,
      message,
      ...(nextStep && { nextStep }),
      since: since?.slice(11, 19) ?? '',
    }).toEqual(expected[title]);
  });

  it('expects nothing of a sample that is not there', () => {
    expect(Object.keys(expected).sort()).toEqual(
      samples.map(({ title }) => title).sort(),
    );
  });
});

describe('coverage of states', () => {
  const statesOf = (kind: 'SparkApplication' | 'SparkCluster') =>
    new Set(
      samplesOf(kind).map(
        ({ object }) =>
          textAt(object.status, 'currentState', 'currentStateSummary') ?? '',
      ),
    );

  it('has a sample of every state of an application', () => {
    const seen = statesOf('SparkApplication');
    expect(APPLICATION_STATES.filter(state => !seen.has(state))).toEqual([]);
  });

  it('has a sample of every state of a cluster', () => {
    const seen = statesOf('SparkCluster');
    expect(CLUSTER_STATES.filter(state => !seen.has(state))).toEqual([]);
  });
});
