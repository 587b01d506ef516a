import {
  dollarKeys,
  Finding,
  literalSecrets,
  parseManifest,
  prototypeKeys,
} from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';
import { errorAt } from '../findings';

/**
 * Reads a pasted manifest. What the catalog or a cluster must never get is refused with its path and the remedy.
 * Findings name paths inside the manifest; `field` is what the text as a whole is called.
 */
export function readManifest(
  text: string,
  field: string,
): { manifest?: KubernetesManifest; findings: Finding[] } {
  const parsed = parseManifest(text);
  if (!parsed.ok) {
    return { findings: [errorAt(field, parsed.problem.message)] };
  }
  const findings = contentFindings(parsed.value);
  const shape = shapeProblem(parsed.value);
  if (shape) findings.push(errorAt(shape.path, shape.message));
  if (findings.length > 0) return { findings };
  const manifest = parsed.value as unknown as KubernetesManifest;
  return { manifest, findings };
}

/** Keys and values that may stand in no manifest. */
export function contentFindings(value: unknown): Finding[] {
  return [
    ...prototypeKeys(value).map(path =>
      errorAt(path, 'This key is not allowed anywhere.', 'Remove it.'),
    ),
    ...dollarKeys(value).map(path =>
      errorAt(
        path,
        `The key ${path} starts with "$": the catalog would read it as an instruction.`,
        'Rename or remove it.',
      ),
    ),
    ...literalSecrets(value).map(({ path, remedy }) =>
      errorAt(
        path,
        `${path} holds a secret in clear text; whoever may see the job could read it.`,
        remedy,
      ),
    ),
  ];
}

function shapeProblem(
  value: Record<string, unknown>,
): { path: string; message: string } | undefined {
  const { apiVersion, kind, metadata } = value;
  if (typeof apiVersion !== 'string' || apiVersion === '') {
    return { path: 'apiVersion', message: 'The manifest has no apiVersion.' };
  }
  if (typeof kind !== 'string' || kind === '') {
    return { path: 'kind', message: 'The manifest has no kind.' };
  }
  const { name, namespace } = (metadata ?? {}) as Record<string, unknown>;
  if (typeof name !== 'string' || name === '') {
    return {
      path: 'metadata.name',
      message: 'The manifest has no metadata.name.',
    };
  }
  if (namespace !== undefined && typeof namespace !== 'string') {
    return {
      path: 'metadata.namespace',
      message: 'metadata.namespace is no text.',
    };
  }
  return undefined;
}
