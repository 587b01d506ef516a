import {
  KubernetesObject,
  RelatedSelector,
} from '@millrace/backstage-plugin-data-platform-node';
import { field, textAt } from '../values/field';
import { LABEL_NOTEBOOK, LABEL_WORKSPACE, NOTEBOOK, WORKSPACE } from './names';
import { podAsk } from './model/podSpec';

type Related = readonly RelatedSelector<KubernetesObject>[];

/** StatefulSets of Workspaces: `ws-NAME-`, cut, and five characters of the API server. Source: generateNamePrefix. */
const PREFIX_MAX = 45;

/** What tells about a Notebook: its pod, its StatefulSet of the same name, and the claims that it mounts. */
export const notebookEvidence: Related = [
  podsBy(LABEL_NOTEBOOK),
  { type: 'events', fieldSelector: `involvedObject.kind=${NOTEBOOK}` },
  {
    type: 'objects',
    of: ({ metadata }) => {
      const name = textAt(metadata, 'name');
      return name ? [{ kind: 'StatefulSet', name }] : [];
    },
  },
  {
    type: 'claims',
    of: ({ spec, metadata }) =>
      podAsk(
        field(spec, 'template', 'spec'),
        textAt(metadata, 'name') ?? '',
      ).volumes.map(({ claim }) => claim),
  },
];

/** The same of a Workspace; the API server names its StatefulSet. */
export const workspaceEvidence: Related = [
  podsBy(LABEL_WORKSPACE),
  { type: 'events', fieldSelector: `involvedObject.kind=${WORKSPACE}` },
  {
    type: 'objects',
    of: ({ metadata }) => {
      const name = textAt(metadata, 'name');
      return name
        ? [{ kind: 'StatefulSet', generateName: statefulSetPrefix(name) }]
        : [];
    },
  },
  {
    type: 'claims',
    of: ({ spec }) => {
      const volumes = field(spec, 'podTemplate', 'volumes');
      const home = textAt(volumes, 'home');
      const data = field(volumes, 'data');
      return [
        ...(home ? [home] : []),
        ...(Array.isArray(data) ? data : []).flatMap(
          each => textAt(each, 'pvcName') ?? [],
        ),
      ];
    },
  },
];

function statefulSetPrefix(name: string): string {
  const prefix = `ws-${name}`.slice(0, PREFIX_MAX);
  return prefix.endsWith('-') ? prefix : `${prefix}-`;
}

function podsBy(label: string): RelatedSelector<KubernetesObject> {
  return {
    type: 'pods',
    labelSelector: label,
    ownerOf: pod => {
      const name = textAt(pod.labels, label);
      return name ? `${pod.namespace}/${name}` : undefined;
    },
  };
}
