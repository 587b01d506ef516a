import type { Manifest } from './applyObjects';

/** A run's object as the portal names it: the job, and the moment in base 36. */
export function runOf(
  job: string,
  definition: Manifest,
  now: number,
): Manifest {
  return {
    apiVersion: definition.apiVersion,
    kind: definition.kind,
    metadata: {
      name: `${job}-${Math.floor(now).toString(36)}`,
      labels: { 'backstage.io/kubernetes-id': job },
    },
    spec: definition.spec,
  };
}
