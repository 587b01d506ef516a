import fc from 'fast-check';
import {
  AssessContext,
  DataPlatformIntegration,
  ResourceDefinition,
} from '../integration';
import { KubernetesObject } from '../kubernetes';
import { CANARY, withCanaries } from './canary';
import { contextOf, projected, TEST_NOW } from './contextOf';
import { HOSTILE_TEXTS, HOSTILE_VALUES, hostileValue } from './hostileValues';
import { deepFreeze, Path, pathsOf, valueAt, withValue } from './mutations';
import { assessmentProblems, unsafeLinks } from './wellFormed';

/** An object as a cluster serves it, with its evidence. */
export interface ContractSample {
  title: string;
  object: KubernetesObject;
  context?: Partial<AssessContext>;
}

export interface ContractOptions {
  /** By kind; at least one for each definition. The more states they cover, the more the contract finds. */
  samples: Readonly<Record<string, readonly ContractSample[]>>;
  /** How many random objects a property tries. Default 200. */
  runs?: number;
}

/** A verdict is made for every change of every object. */
const BUDGET_MS = 5;

/**
 * Declares the tests that every integration must pass: whatever a cluster serves, no function throws, no link is unsafe, every
 * verdict is one well-formed sentence, no secret is kept, nothing is changed, and it is fast.
 */
export function integrationContract(
  integration: DataPlatformIntegration,
  options: ContractOptions,
): void {
  describe(`contract of integration ${integration.id}`, () => {
    it('names itself', () => {
      expect(integration.id).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(integration.title).not.toBe('');
      const keys = integration.resources.map(
        ({ kind, match }) => `${kind}.${match.group}`,
      );
      expect(new Set(keys).size).toBe(keys.length);
    });
    describe.each(
      integration.resources.map(definition => ({
        definition,
        kind: definition.kind,
      })),
    )('$kind', ({ definition, kind }) => {
      definitionContract(definition, options.samples[kind] ?? [], options.runs);
    });
  });
}

function definitionContract(
  definition: ResourceDefinition<any>,
  samples: readonly ContractSample[],
  runs = 200,
): void {
  it('has samples', () => expect(samples).not.toHaveLength(0));

  it('judges each sample well-formed, twice the same, without changing it', () => {
    for (const sample of samples) {
      const object = deepFreeze(projected(definition, sample.object));
      const context = deepFreeze(contextOf(sample.context));
      const once = exercise(definition, object, context);
      expect(exercise(definition, object, context)).toEqual(once);
    }
  });

  it('takes objects that say next to nothing', () => {
    const { group, versions } = definition.match;
    const apiVersion = group ? `${group}/${versions[0]}` : versions[0];
    const bare: unknown[] = [
      {},
      { metadata: {} },
      { metadata: { name: 'x', uid: 'u' }, spec: {}, status: {} },
      { metadata: null, spec: null, status: null },
      { metadata: [], spec: [], status: 'text' },
    ];
    for (const object of bare) {
      const whole = {
        apiVersion,
        kind: definition.kind,
        ...(object as object),
      };
      exerciseRaw(definition, whole as KubernetesObject, contextOf());
      exercise(definition, whole as KubernetesObject, contextOf());
    }
  });

  it('takes every sample with any one field missing or of another type', () => {
    for (const sample of thin(samples)) {
      for (const path of mutable(sample.object)) {
        for (const value of [undefined, ...HOSTILE_VALUES.slice(0, 14)]) {
          const object = withValue(sample.object, path, value);
          exerciseRaw(definition, object, contextOf(sample.context));
        }
      }
    }
  });

  it('takes hostile text in any one field', () => {
    for (const sample of thin(samples)) {
      for (const path of mutable(sample.object)) {
        for (const text of HOSTILE_TEXTS) {
          const object = withValue(sample.object, path, text);
          exerciseRaw(definition, object, contextOf(sample.context));
        }
      }
    }
  });

  it('takes hostile text in any evidence', () => {
    const anySample = fc.constantFrom(...samples);
    const anyText = fc.constantFrom(...HOSTILE_TEXTS);
    fc.assert(
      fc.property(anySample, fc.nat(), anyText, (sample, index, text) => {
        const context = contextOf(sample.context);
        const texts = foreignTexts(context);
        const damaged =
          texts.length > 0
            ? withValue(context, texts[index % texts.length], text)
            : context;
        exerciseRaw(definition, sample.object, damaged);
      }),
      { numRuns: runs },
    );
  });

  it('takes any combination of missing and hostile fields', () => {
    const anySample = fc.constantFrom(...samples);
    const damage = fc.array(
      fc.record({
        at: fc.nat(),
        value: fc.option(hostileValue, { nil: undefined }),
      }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(anySample, damage, (sample, changes) => {
        let { object } = sample;
        for (const { at, value } of changes) {
          const paths = mutable(object);
          object =
            paths.length > 0
              ? withValue(object, paths[at % paths.length], value)
              : object;
        }
        exerciseRaw(definition, object, contextOf(sample.context));
        exerciseRaw(definition, object, contextOf());
      }),
      { numRuns: runs },
    );
  });

  it('takes any shape of spec and status', () => {
    fc.assert(
      fc.property(hostileValue, hostileValue, (spec, status) => {
        const metadata = { name: 'x', namespace: 'n', uid: 'u' };
        exerciseRaw(
          definition,
          { metadata, spec, status } as KubernetesObject,
          contextOf(),
        );
      }),
      { numRuns: runs },
    );
  });

  it('keeps no secret', () => {
    for (const sample of samples) {
      const kept = definition.keep(withCanaries(sample.object));
      expect(JSON.stringify(kept)).not.toContain(CANARY);
    }
  });

  it(`judges within ${BUDGET_MS} ms`, () => {
    for (const sample of samples) {
      const object = projected(definition, sample.object);
      const context = contextOf(sample.context);
      const times = Array.from({ length: 21 }, () => {
        const start = performance.now();
        definition.assess(object, context);
        return performance.now() - start;
      }).sort((a, b) => a - b);
      expect({ sample: sample.title, ok: times[10] < BUDGET_MS }).toEqual({
        sample: sample.title,
        ok: true,
      });
    }
  });
}

/** Few samples say all that one-by-one damage can find; random damage takes them all. */
function thin(samples: readonly ContractSample[]): readonly ContractSample[] {
  const step = Math.ceil(samples.length / 4);
  return samples.filter((_, index) => index % step === 0);
}

/** Texts of a context that come from a cluster; verdicts in it are the host's own. */
function foreignTexts(context: AssessContext): Path[] {
  const { pods, gonePods, events, quotas, limitRanges } = context;
  const foreign = { pods, gonePods, events, quotas, limitRanges };
  return pathsOf(foreign).filter(
    path => typeof valueAt(foreign, path) === 'string',
  );
}

/** Name and uid are the server's own. */
function mutable(object: KubernetesObject): Path[] {
  return pathsOf(object).filter(
    path =>
      !['metadata', 'metadata.name', 'metadata.uid'].includes(path.join('.')),
  );
}

function exerciseRaw(
  definition: ResourceDefinition<any>,
  object: KubernetesObject,
  context: AssessContext,
) {
  return exercise(definition, projected(definition, object), context);
}

/**
 * Calls everything a definition offers and holds the answers to the contract.
 * @throws Error - names the object and all that is wrong
 */
function exercise(
  definition: ResourceDefinition<any>,
  object: KubernetesObject,
  context: AssessContext,
) {
  const assessment = definition.assess(object, context);
  const again = definition.assess(object, { ...context, previous: assessment });
  const links = LINK_PATTERNS.flatMap(historyServer =>
    Array.from(
      definition.links?.(object, { patterns: { historyServer } }) ?? [],
    ),
  );
  const facts = definition.facts?.(object, context) ?? [];
  const timeline = definition.timeline?.(object, context) ?? [];
  const run = definition.run?.(object, context);
  const operations = (definition.operations ?? []).map(
    operation =>
      [
        operation.id,
        operation.availability(object, { now: TEST_NOW }),
      ] as const,
  );
  const problems = [
    ...assessmentProblems(assessment, context.now),
    ...assessmentProblems(again, context.now),
    ...unsafeLinks(links).map(({ url }) => `unsafe link ${url}`),
    ...facts
      .filter(
        ({ key, label, value }) =>
          !key || !label || typeof value !== 'string' || value.length > 1_000,
      )
      .map(({ key }) => `fact ${key}`),
    ...timeline
      .filter(({ at }) => at !== undefined && Number.isNaN(Date.parse(at)))
      .map(({ title, at }) => `moment ${title} at ${at}`),
    ...(run?.attempt === '' ? ['run without an attempt'] : []),
    ...operations
      .filter(([, reason]) => reason !== true && !/\S\.$/.test(reason))
      .map(([id, reason]) => `operation ${id} says ${reason}`),
  ];
  if (problems.length > 0) {
    const shown = JSON.stringify(object)?.slice(0, 3_000);
    throw new Error(`${problems.join('\n')}\nfor ${shown}`);
  }
  return { assessment, links, facts, timeline, run, operations };
}

const LINK_PATTERNS = [
  'https://history.example.com/history/{appId}/jobs/?n={name}&s={namespace}',
  'javascript:alert("{appId}")',
  '{appId}',
  '',
];
