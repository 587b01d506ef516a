import { parseDocument } from 'yaml';

/** A kind that a job's definition may have. */
export interface DefinitionKind {
  group: string;
  kind: string;
}

/** What a job's manifest says, as far as the verdict cares. */
export interface JobDefinition {
  kind?: string;
  name?: string;
  /** One sentence: why no run can come of it. */
  problem?: string;
  nextStep?: string;
}

const MAX_BYTES = 64 * 1024;
/** DNS-1035 label, which the operator's webhook demands. */
const NAME = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
/** A run is `<name>-<5 characters>`, its pods and services add `-ui-svc`; the whole must stay a label of 63. */
const MAX_NAME = 40;

/** Reads a job's native manifest and says what keeps it from running. Total: no text makes it throw. */
export function readJobDefinition(
  text: string | undefined,
  allowed: readonly DefinitionKind[],
): JobDefinition {
  if (text === undefined || text.trim() === '') {
    return {
      problem: 'The job has no definition: spec.manifest is empty.',
      nextStep: 'Put its manifest, as YAML text, into spec.manifest.',
    };
  }
  if (Buffer.byteLength(text) > MAX_BYTES) {
    return {
      problem: 'The definition is larger than 64 KiB.',
      nextStep: 'Move large values to a ConfigMap and name that instead.',
    };
  }
  const document = parse(text);
  if (typeof document === 'string') {
    return {
      problem: `The definition is not valid YAML: ${document}.`,
      nextStep: 'Correct spec.manifest of the component.',
    };
  }
  return check(document, allowed);
}

/** The value, or why there is none. */
function parse(text: string): Record<string, unknown> | string {
  try {
    const document = parseDocument(text, { logLevel: 'silent' });
    const [error] = document.errors;
    if (error) return firstLine(error.message);
    const value: unknown = document.toJS({ maxAliasCount: 20 });
    return isObject(value) ? value : 'it is not an object';
  } catch (error) {
    return firstLine(error instanceof Error ? error.message : String(error));
  }
}

function check(
  manifest: Record<string, unknown>,
  allowed: readonly DefinitionKind[],
): JobDefinition {
  const { apiVersion, kind, metadata } = manifest;
  const group = typeof apiVersion === 'string' ? groupOf(apiVersion) : '';
  const known = allowed.some(one => one.kind === kind && one.group === group);
  if (typeof kind !== 'string' || !known) {
    const wanted = allowed.map(one => `${one.kind}.${one.group}`).join(' or ');
    const found =
      typeof kind === 'string' ? `a ${[kind, group].filter(Boolean).join('.')}` : 'an object without a kind';
    return {
      problem: `The definition is ${found}, which is no job this portal can run.`,
      nextStep: `Use ${wanted || 'a kind of an installed integration'}.`,
    };
  }
  const name = isObject(metadata) ? metadata.name : undefined;
  if (typeof name !== 'string' || !NAME.test(name)) {
    return {
      kind,
      problem:
        'The definition has no usable metadata.name: lower-case letters, digits and dashes, a letter first.',
      nextStep: 'Set metadata.name.',
    };
  }
  if (name.length > MAX_NAME) {
    return {
      kind,
      name,
      problem: `The name ${name} has ${name.length} characters; the operator's pods and services need it to have at most ${MAX_NAME}.`,
      nextStep: 'Shorten metadata.name.',
    };
  }
  return { kind, name };
}

function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function firstLine(message: string): string {
  return message.split('\n')[0].replace(/[:.\s]+$/, '');
}
