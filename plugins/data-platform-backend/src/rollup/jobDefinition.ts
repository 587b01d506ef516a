import {
  Finding,
  parseManifest,
} from '@millrace/backstage-plugin-data-platform-common';

/** What a job's manifest says, as far as the verdict cares. */
export interface JobDefinition {
  /** One sentence: why no run can come of it. */
  problem?: string;
  nextStep?: string;
}

/** Checks a native manifest, whatever it is; the integration that runs jobs of this type knows how. */
export type ManifestCheck = (manifest: unknown) => readonly Finding[];

/** Reads a job's native manifest and says what keeps it from running. Total: no text makes it throw. */
export function readJobDefinition(
  text: string | undefined,
  check: ManifestCheck | undefined,
): JobDefinition {
  if (text === undefined || text.trim() === '') {
    return {
      problem: 'The job has no definition: spec.manifest is empty.',
      nextStep: 'Put its manifest, as YAML text, into spec.manifest.',
    };
  }
  const manifest = parseManifest(text);
  if (!manifest.ok) {
    return {
      problem: manifest.problem.message,
      nextStep: 'Correct spec.manifest of the component.',
    };
  }
  const [first, ...more] = (check?.(manifest.value) ?? []).filter(
    finding => finding.level === 'error',
  );
  if (!first) return {};
  const others = more.length > 0 ? ` (and ${more.length} more)` : '';
  const at = first.field ? ` (${first.field})` : '';
  return {
    problem: `${first.message.replace(/\.$/, '')}${at}${others}.`,
    nextStep: first.remedy ?? 'Correct spec.manifest of the component.',
  };
}
