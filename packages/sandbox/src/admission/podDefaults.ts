import { sameJson } from '../json/sameJson';
import { Container, containersOf } from '../kinds/pod';
import { objectSelector } from '../selectors/objectSelector';
import { KubeObject, StatusError } from '../types';
import { AdmissionRequest } from './AdmissionRequest';

const PREFIX = 'poddefault.admission.kubeflow.org';
const WEBHOOK = 'admission-webhook-deployment.kubeflow.org';

type Item = Record<string, unknown>;

/** What several PodDefaults add to one pod; two that disagree about a name are a conflict. */
class Merge {
  readonly conflicts: string[] = [];

  list(
    what: string,
    key: string,
    present: readonly Item[] | undefined,
    additions: readonly Item[],
  ): Item[] | undefined {
    const merged = [...(present ?? [])];
    for (const addition of additions) {
      const known = merged.find(item => item[key] === addition[key]);
      if (!known) merged.push(addition);
      else if (!sameJson(known, addition)) {
        this.conflicts.push(
          `merging ${what} has a conflict on ${addition[key]}`,
        );
      }
    }
    return merged.length > 0 ? merged : undefined;
  }

  map(
    present: Record<string, string> | undefined,
    additions: readonly (Record<string, string> | undefined)[],
  ): Record<string, string> {
    const merged = { ...present };
    for (const addition of additions) {
      for (const [key, value] of Object.entries(addition ?? {})) {
        if (merged[key] !== undefined && merged[key] !== value) {
          this.conflicts.push(`merging has conflict on ${key}`);
        }
        merged[key] = value;
      }
    }
    return merged;
  }
}

function fillContainer(
  merge: Merge,
  container: Container,
  specs: readonly Item[],
): void {
  const all = (field: string) =>
    specs.flatMap(spec => (spec[field] ?? []) as Item[]);
  const { env, volumeMounts, envFrom = [] } = container;
  const set = (field: string, value: unknown) => {
    if (value !== undefined) container[field] = value;
  };
  set('env', merge.list('env', 'name', env, all('env')));
  const mounts = all('volumeMounts');
  merge.list('volume mounts', 'name', volumeMounts, mounts);
  set(
    'volumeMounts',
    merge.list('volume mounts', 'mountPath', volumeMounts, mounts),
  );
  const sources = [...envFrom, ...all('envFrom')];
  if (sources.length > 0) container.envFrom = sources;
  for (const field of ['command', 'args']) {
    container[field] ??= specs.find(spec => spec[field])?.[field];
    if (container[field] === undefined) delete container[field];
  }
}

function refuse(pod: KubeObject, names: string[], conflicts: string[]): never {
  throw new StatusError({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message: `admission webhook "${WEBHOOK}" denied the request: conflict occurred while applying poddefaults: ${names.join(
      ',',
    )} on pod: ${pod.metadata.name} err: [${[...new Set(conflicts)].join(
      ', ',
    )}]`,
    code: 400,
    reason: 'BadRequest',
  });
}

/**
 * The mutating webhook of Kubeflow for PodDefaults (components/admission-webhook): what those of the namespace whose selector
 * takes a new pod add to it. The real one looks at the namespaces of Kubeflow profiles alone, this one at all.
 *
 * @throws 400 when two of them, or one and the pod, disagree
 */
export function applyPodDefaults(
  { object }: AdmissionRequest,
  defaults: readonly KubeObject[],
): void {
  const pod = object!;
  const { metadata, spec } = pod;
  if (metadata.annotations?.[`${PREFIX}/exclude`] === 'true') return;
  const matching = defaults.filter(one =>
    objectSelector(one.spec?.selector)(metadata.labels),
  );
  if (matching.length === 0) return;
  const merge = new Merge();
  const specs: Item[] = matching.map(one => one.spec);
  const all = (field: string) =>
    specs.flatMap(one => (one[field] ?? []) as Item[]);
  const maps = (field: string) =>
    specs.map(one => one[field] as Record<string, string> | undefined);
  for (const container of containersOf(pod)) {
    fillContainer(merge, container, specs);
  }
  const lists: [field: string, key: string, from: string][] = [
    ['volumes', 'name', 'volumes'],
    ['tolerations', 'key', 'tolerations'],
    ['imagePullSecrets', 'name', 'imagePullSecrets'],
    ['containers', 'name', 'sidecars'],
    ['initContainers', 'name', 'initContainers'],
  ];
  for (const [field, key, from] of lists) {
    const merged = merge.list(from, key, spec[field], all(from));
    if (merged) spec[field] = merged;
  }
  metadata.labels = merge.map(metadata.labels, maps('labels'));
  metadata.annotations = {
    ...merge.map(metadata.annotations, maps('annotations')),
    ...Object.fromEntries(
      matching.map(one => [
        `${PREFIX}/poddefault-${one.metadata.name}`,
        one.metadata.resourceVersion,
      ]),
    ),
  };
  if (merge.conflicts.length > 0) {
    const names = matching.map(one => one.metadata.name);
    refuse(pod, names, merge.conflicts);
  }
}
