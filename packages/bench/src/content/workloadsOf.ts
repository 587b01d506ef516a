import { changesOf, Scale } from '../Scale';
import { DomainPlace, domainPlaces } from './Layout';
import { WorkloadInput } from './sparkApplication';

const MINUTE = 60_000;
const OVER_DAYS = 7;
/** More run than will be changed, so that something runs to the end. */
const SPARE = 1.1;

/** All applications of one cluster: those of jobs first, then those that no entity knows; some run, one in ten failed. */
export function workloadsOf(
  scale: Scale,
  cluster: string,
  now: number,
): WorkloadInput[] {
  const places = domainPlaces(scale).filter(each => each.cluster === cluster);
  const perNamespace = scale.workloadsPerCluster / places.length;
  const running = Math.ceil(
    (changesOf(scale) * SPARE) / scale.clusters / places.length,
  );
  if (running > perNamespace) {
    throw new Error(
      `${scale.name}: more status changes (${changesOf(
        scale,
      )}) than applications`,
    );
  }
  return places.flatMap(place =>
    Array.from({ length: perNamespace }, (_, index) =>
      workload(scale, place, index, {
        // Spread over jobs and others alike.
        runs: (index * running) % perNamespace < running,
        age: ((index + 1) / perNamespace) * OVER_DAYS * 24 * 60 * MINUTE,
        now,
      }),
    ),
  );
}

function workload(
  { jobsPerNamespace, runsPerJob }: Scale,
  place: DomainPlace,
  index: number,
  { runs, age, now }: { runs: boolean; age: number; now: number },
): WorkloadInput {
  const job =
    index < jobsPerNamespace * runsPerJob
      ? place.jobs[index % jobsPerNamespace].name
      : undefined;
  const ended = index % 10 === 3 ? 'FAILED' : 'COMPLETED';
  return {
    name: `${job ?? `adhoc-${place.name}`}-${index}`,
    namespace: place.name,
    job,
    state: runs ? 'RUNNING' : ended,
    submittedAt: runs ? now - 20 * MINUTE - index * 1_000 : now - age,
  };
}
