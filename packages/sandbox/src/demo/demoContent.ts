import { join } from 'node:path';
import { EXAMPLES_FOLDER } from '../folders';
import { CONFIG_MAPS, SCHEDULED_SPARK_APPLICATIONS } from '../controllers/refs';
import { loadYamlFile, loadYamlFolder } from '../controllers/loadYaml';
import { parse } from 'yaml';
import type { SandboxApi } from '../types';
import { createApachePast } from './apachePast';
import { applyObjects, refOf, type Manifest } from './applyObjects';
import { createDailyPast } from './dailyPast';
import { createNotebookPasts } from './notebookPasts';
import { createNightlyPast } from './nightlyPast';
import { runOf } from './runOf';
import { createUnadoptedRuns } from './unadoptedRuns';
import type { TravelClock } from './TravelClock';

const LABEL_KUBERNETES_ID = 'backstage.io/kubernetes-id';
/** Says that the demo was made: what people delete afterwards stays deleted. */
const MARKER = { namespace: 'millrace', name: 'sandbox-demo' };

interface Job {
  name: string;
  namespace: string;
  definition: Manifest;
}

/** The Spark jobs of the demo's catalog, with their namespace: their manifest's own, or the one named as their domain. */
function readJobs(): Job[] {
  const entities = loadYamlFile(join(EXAMPLES_FOLDER, 'demo/catalog.yaml'));
  const domains = new Map<string, string>(
    entities
      .filter(({ kind }) => kind === 'System')
      .map(({ metadata, spec }) => [metadata.name, spec.domain]),
  );
  return entities
    .filter(({ kind }) => kind === 'Component')
    .map(({ metadata, spec }) => {
      const definition: Manifest = parse(spec.manifest);
      return {
        name: metadata.name,
        namespace:
          definition.metadata?.namespace ?? domains.get(spec.system) ?? '',
        definition,
      };
    });
}

/** Jobs that have been running for a while, and what their past looks like. */
const PASTS: Record<
  string,
  (api: SandboxApi, clock: TravelClock, job: Job) => void
> = {
  'orders-daily': createDailyPast,
  'orders-reconcile': createApachePast,
  'parcels-clean': createNightlyPast,
};
/** Those of them that have nothing but their past at the start of the demo. */
const RESTING = new Set(['orders-daily', 'parcels-clean']);

function startJob(api: SandboxApi, clock: TravelClock, job: Job): void {
  const { name, namespace, definition } = job;
  PASTS[name]?.(api, clock, job);
  if (RESTING.has(name)) return;
  if (definition.kind === 'ScheduledSparkApplication') {
    api.create(SCHEDULED_SPARK_APPLICATIONS, namespace, {
      ...definition,
      metadata: { name, labels: { [LABEL_KUBERNETES_ID]: name } },
    });
    return;
  }
  const ref = refOf(definition);
  if (!ref) throw new Error(`The demo's job ${name} is of no known kind`);
  api.create(ref, namespace, runOf(name, definition, clock.now()));
}

function createNotebooks(api: SandboxApi, clock: TravelClock): void {
  const manifests = loadYamlFile(join(EXAMPLES_FOLDER, 'demo/notebooks.yaml'));
  const isNotebook = ({ kind }: Manifest) => kind === 'Notebook';
  applyObjects(
    api,
    manifests.filter(manifest => !isNotebook(manifest)),
  );
  createNotebookPasts(api, clock, manifests);
  // What is there by now is left as it is.
  applyObjects(api, manifests.filter(isNotebook));
}

/** The roles and identities of examples/rbac, as an admin of a real cluster applies them. Brought up to date at every start. */
export function demoRbac(api: SandboxApi): void {
  applyObjects(api, loadYamlFolder(join(EXAMPLES_FOLDER, 'rbac')));
  applyObjects(api, loadYamlFolder(join(EXAMPLES_FOLDER, 'rbac/opt-in')));
}

/**
 * What the cluster's administrators have installed: the Spark operators, a History Server, storage classes and
 * the controllers of notebook servers.
 */
export function demoOperators(api: SandboxApi): void {
  for (const file of ['operators', 'storage', 'kubeflow']) {
    applyObjects(api, loadYamlFile(join(EXAMPLES_FOLDER, `demo/${file}.yaml`)));
  }
}

/**
 * What the sandbox shows on its first start: the operators, domains and services of examples/demo, the jobs of
 * examples/demo/catalog.yaml and notebook servers, with the past of some of them, and a namespace that nobody has adopted. Does nothing when it was done before.
 * Call it after {@link demoRbac} and before the controllers start.
 */
export function demoContent(api: SandboxApi, clock: TravelClock): void {
  if (api.get(CONFIG_MAPS, MARKER.namespace, MARKER.name)) return;
  demoOperators(api);
  for (const file of ['cluster', 'services', 'unadopted']) {
    applyObjects(api, loadYamlFile(join(EXAMPLES_FOLDER, `demo/${file}.yaml`)));
  }
  createNotebooks(api, clock);
  for (const job of readJobs()) startJob(api, clock, job);
  createUnadoptedRuns(api, clock);
  api.create(CONFIG_MAPS, MARKER.namespace, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: MARKER.name },
  });
}
