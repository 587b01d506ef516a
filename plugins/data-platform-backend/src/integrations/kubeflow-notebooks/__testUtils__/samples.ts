import { readFileSync } from 'fs';
import { resolve } from 'path';
import { parse } from 'yaml';
import {
  AssessContext,
  KubernetesObject,
  ResourceDefinition,
} from '@millrace/backstage-plugin-data-platform-node';
import { merge, sampleContext } from '../../__testUtils__/sampleParts';
import { notebook } from '../notebook';
import { workspace } from '../workspace';

/** One state of a server with its evidence. Read from the YAML files in `__fixtures__`; the verdicts expected stand in `expected/` there. */
export interface Sample {
  file: string;
  title: string;
  definition: ResourceDefinition;
  object: KubernetesObject;
  context: AssessContext;
}

const FILES = {
  Notebook: ['starting', 'volumes', 'refused', 'running', 'stopping', 'told'],
  Workspace: ['workspace'],
} as const;

/** All samples of a kind. Pods, events, claims and objects are written in short there and completed here. */
export function samplesOf(kind: keyof typeof FILES): readonly Sample[] {
  return FILES[kind].flatMap(file => {
    const text = readFileSync(
      resolve(__dirname, `../__fixtures__/${file}.yaml`),
      'utf8',
    );
    const { base, samples } = parse(text);
    return samples.map((sample: any) => complete(kind, file, base, sample));
  });
}

/** All samples of both kinds. */
export function allSamples(): readonly Sample[] {
  return [...samplesOf('Notebook'), ...samplesOf('Workspace')];
}

function complete(
  kind: keyof typeof FILES,
  file: string,
  base: any,
  sample: any,
): Sample {
  const version = sample.version ?? (kind === 'Notebook' ? 'v1' : 'v1beta1');
  const object = {
    apiVersion: `kubeflow.org/${version}`,
    kind,
    ...merge(base, sample.object ?? {}),
  };
  const { pods = [], events = [], ...rest } = sample.context ?? {};
  const pod = kind === 'Notebook' ? 'lab-0' : 'ws-lab-x2b4c-0';
  const context = sampleContext(
    object,
    {
      complete: ['pods', 'events', 'quotas', 'limitRanges', 'claims'],
      claims: [{ name: 'lab-home' }, { name: 'orders' }],
      ...rest,
      pods: pods.map((short: any) => ({
        name: pod,
        container: kind === 'Notebook' ? 'lab' : 'main',
        image: 'registry.example/jupyter:1',
        ...short,
      })),
      events: events.map((short: any) => sampleEvent(short, pod)),
    },
    (): Record<string, string> =>
      kind === 'Notebook'
        ? { 'notebook-name': 'lab' }
        : { 'notebooks.kubeflow.org/workspace-name': 'lab' },
  );
  return {
    file,
    title: sample.title,
    definition: kind === 'Notebook' ? notebook : workspace,
    object,
    context,
  };
}

/** `on: StatefulSet lab` names what an event is about, where it is not the pod. */
function sampleEvent({ on, ...short }: any, pod: string) {
  if (!on) {
    return { pod, ...short };
  }
  const [kind, name] = on.split(' ');
  return {
    pod: name,
    uid: `event-${short.reason}-${on}`,
    ...short,
    involved: { kind, name, namespace: 'sales' },
  };
}
