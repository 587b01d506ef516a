import {
  AssessContext,
  DataPlatformIntegration,
  ResourceDefinition,
} from '../integration';
import { KubernetesObject } from '../kubernetes';
import { damageChecks } from './damageChecks';
import { sampleChecks } from './sampleChecks';

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

/** One rule of the contract. */
export interface ContractCheck {
  title: string;
  /** @throws Error - names the object and what is wrong */
  check(): void;
}

/**
 * The rules that every integration is held to: whatever a cluster serves, no function throws, no link is unsafe, every verdict
 * is one well-formed sentence, no secret is kept, nothing is changed, and it is fast. For any test runner:
 *
 * ```ts
 * it.each(integrationContract(integration, { samples }))('$title', ({ check }) => check());
 * ```
 */
export function integrationContract(
  integration: DataPlatformIntegration,
  options: ContractOptions,
): readonly ContractCheck[] {
  return [
    {
      title: `${integration.id} names itself and each of its kinds once`,
      check: () => checkNames(integration),
    },
    ...integration.resources.flatMap(definition => {
      const samples = options.samples[definition.kind] ?? [];
      return definitionChecks(definition, samples, options.runs ?? 200);
    }),
  ];
}

function definitionChecks(
  definition: ResourceDefinition<any>,
  samples: readonly ContractSample[],
  runs: number,
): ContractCheck[] {
  if (samples.length === 0) {
    const title = `${definition.kind} has samples`;
    const check = () => {
      throw new Error(`The contract needs a sample of ${definition.kind}.`);
    };
    return [{ title, check }];
  }
  return [
    ...sampleChecks(definition, samples),
    ...damageChecks(definition, samples, runs),
  ].map(({ title, check }) => ({
    title: `${definition.kind} ${title}`,
    check,
  }));
}

function checkNames({ id, title, resources }: DataPlatformIntegration): void {
  if (!/^[a-z][a-z0-9-]*$/.test(id) || title === '') {
    throw new Error(`The integration needs a kebab-case id and a title: ${id}`);
  }
  const kinds = resources.map(({ kind, match }) => `${kind}.${match.group}`);
  const twice = kinds.find((kind, index) => kinds.indexOf(kind) !== index);
  if (twice) {
    throw new Error(`The integration ${id} defines ${twice} twice.`);
  }
}
