import fc from 'fast-check';
import { AssessContext, ResourceDefinition } from '../integration';
import { KubernetesObject } from '../kubernetes';
import { contextOf } from './contextOf';
import { exercise, exerciseRaw } from './exercise';
import { HOSTILE_TEXTS, HOSTILE_VALUES, hostileValue } from './hostileValues';
import type { ContractCheck, ContractSample } from './integrationContract';
import { Path, pathsOf, valueAt, withValue } from './mutations';

/** Name and uid are the server's own. */
const TRUSTED = ['metadata', 'metadata.name', 'metadata.uid'];
/** One field at a time: a few samples say all that this can find; random damage takes them all. */
const SAMPLES_FOR_SINGLE_DAMAGE = 4;

const damages = fc.array(
  fc.record({
    index: fc.nat(),
    value: fc.option(hostileValue, { nil: undefined }),
  }),
  { minLength: 1, maxLength: 6 },
);

/** Rules for objects that are incomplete, newer than we are, or made by somebody hostile. */
export function damageChecks(
  definition: ResourceDefinition<any>,
  samples: readonly ContractSample[],
  runs: number,
): ContractCheck[] {
  const anySample = fc.constantFrom(...samples);
  const single = (values: readonly unknown[]) => () =>
    forEachDamage(samples, values, (object, context) =>
      exerciseRaw(definition, object, context),
    );
  return [
    {
      title: 'takes objects that say next to nothing',
      check: () => {
        for (const object of bareObjects(definition)) {
          exercise(definition, object, contextOf());
          exerciseRaw(definition, object, contextOf());
        }
      },
    },
    {
      title: 'takes any one field missing or of another type',
      check: single([
        undefined,
        ...HOSTILE_VALUES.filter(value => typeof value !== 'string'),
      ]),
    },
    {
      title: 'takes hostile text in any one field',
      check: single(HOSTILE_TEXTS),
    },
    {
      title: 'takes hostile text in any evidence',
      check: property(
        runs,
        fc.tuple(anySample, fc.nat(), fc.constantFrom(...HOSTILE_TEXTS)),
        ([{ object, context }, index, text]) =>
          exerciseRaw(
            definition,
            object,
            withHostileEvidence(contextOf(context), index, text),
          ),
      ),
    },
    {
      title: 'takes any combination of missing and hostile fields',
      check: property(
        runs,
        fc.tuple(anySample, damages),
        ([{ object, context }, changes]) => {
          const damaged = changes.reduce(withDamage, object);
          exerciseRaw(definition, damaged, contextOf(context));
          exerciseRaw(definition, damaged, contextOf());
        },
      ),
    },
    {
      title: 'takes any shape of spec and status',
      check: property(
        runs,
        fc.record({ spec: hostileValue, status: hostileValue }),
        shape => {
          const metadata = { name: 'x', namespace: 'n', uid: 'u' };
          exerciseRaw(definition, { metadata, ...shape }, contextOf());
        },
      ),
    },
  ];
}

function property<T>(
  numRuns: number,
  arbitrary: fc.Arbitrary<T>,
  holds: (value: T) => void,
): () => void {
  const predicate = fc.property(arbitrary, value => {
    holds(value);
  });
  return () => fc.assert(predicate, { numRuns });
}

function forEachDamage(
  samples: readonly ContractSample[],
  values: readonly unknown[],
  visit: (object: KubernetesObject, context: AssessContext) => void,
): void {
  const step = Math.ceil(samples.length / SAMPLES_FOR_SINGLE_DAMAGE);
  const some = samples.filter((_, index) => index % step === 0);
  for (const { object, context } of some) {
    for (const path of untrustedPaths(object)) {
      for (const value of values) {
        visit(withValue(object, path, value), contextOf(context));
      }
    }
  }
}

function withDamage(
  object: KubernetesObject,
  { index, value }: { index: number; value?: unknown },
): KubernetesObject {
  const paths = untrustedPaths(object);
  return paths.length > 0
    ? withValue(object, paths[index % paths.length], value)
    : object;
}

/** Texts of a context that come from a cluster; verdicts in it are the host's own. */
function withHostileEvidence(
  context: AssessContext,
  index: number,
  text: string,
): AssessContext {
  const { pods, gonePods, events, quotas, limitRanges, claims } = context;
  const foreign = { pods, gonePods, events, quotas, limitRanges, claims };
  const texts = pathsOf(foreign).filter(
    path => typeof valueAt(foreign, path) === 'string',
  );
  return texts.length > 0
    ? withValue(context, texts[index % texts.length], text)
    : context;
}

function untrustedPaths(object: KubernetesObject): Path[] {
  return pathsOf(object).filter(path => !TRUSTED.includes(path.join('.')));
}

function bareObjects({
  kind,
  match,
}: ResourceDefinition<any>): KubernetesObject[] {
  const [version] = match.versions;
  const apiVersion = match.group ? `${match.group}/${version}` : version;
  const bare: object[] = [
    {},
    { metadata: {} },
    { metadata: { name: 'x', uid: 'u' }, spec: {}, status: {} },
    { metadata: null, spec: null, status: null },
    { metadata: [], spec: [], status: 'text' },
  ];
  return bare.map(
    object => ({ apiVersion, kind, ...object } as KubernetesObject),
  );
}
