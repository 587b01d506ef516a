import { KubeObject } from '../../types';
import { since } from './age';
import { AGE_DESCRIPTION, NAME_COLUMN } from './descriptions';
import { eventPrinter } from './eventPrinter';
import { podPrinter } from './podPrinter';
import type { Printer, TableColumn } from './Table';

type Cell = (object: KubeObject, now: number) => unknown;

const plain = (name: string, priority = 0, type = 'string'): TableColumn => ({
  name,
  type,
  format: '',
  description: name === 'Age' ? AGE_DESCRIPTION : '',
  priority,
});
const age: Cell = (object, now) =>
  since(object.metadata.creationTimestamp, now);

/** A printer of name, the given columns, and age (at the end, before columns of priority 1). */
function printer(columns: [TableColumn, Cell][]): Printer {
  return {
    columns: [NAME_COLUMN, ...columns.map(([column]) => column)],
    row: (object, now) => ({
      cells: [
        object.metadata.name,
        ...columns.map(([, cell]) => cell(object, now)),
      ],
    }),
  };
}

const AGE: [TableColumn, Cell] = [plain('Age'), age];
const CREATED: [TableColumn, Cell] = [
  plain('Created At', 0, 'dateTime'),
  object => object.metadata.creationTimestamp,
];

const size = (value: object | undefined) => Object.keys(value ?? {}).length;
const joined = (values: string[] | undefined) => values?.join(', ') ?? '';

const quotaList =
  (limits: boolean): Cell =>
  ({ status = {} }) =>
    Object.keys(status.hard ?? {})
      .sort()
      .filter(name => name.startsWith('limits') === limits)
      .map(name => `${name}: ${status.used?.[name] ?? 0}/${status.hard[name]}`)
      .join(', ');

const subjects =
  (kind: string): Cell =>
  object =>
    joined(
      (object.subjects ?? [])
        .filter((subject: { kind: string }) => subject.kind === kind)
        .map((subject: { name: string; namespace?: string }) =>
          kind === 'ServiceAccount'
            ? `${subject.namespace}/${subject.name}`
            : subject.name,
        ),
    );

const binding = printer([
  [plain('Role'), ({ roleRef }) => `${roleRef?.kind}/${roleRef?.name}`],
  AGE,
  [plain('Users', 1), subjects('User')],
  [plain('Groups', 1), subjects('Group')],
  [plain('ServiceAccounts', 1), subjects('ServiceAccount')],
]);

const selectorText: Cell = ({ spec }) => {
  const labels = Object.entries(spec?.podSelector?.matchLabels ?? {});
  return labels.map(([key, value]) => `${key}=${value}`).join(',') || '<none>';
};

const MODES: Record<string, string> = {
  ReadWriteOnce: 'RWO',
  ReadOnlyMany: 'ROX',
  ReadWriteMany: 'RWX',
  ReadWriteOncePod: 'RWOP',
};
const accessModes = (modes: string[] = []) =>
  modes.map(mode => MODES[mode] ?? mode).join(',');
const UNSET_ATTRIBUTES: [TableColumn, Cell] = [
  plain('VolumeAttributesClass'),
  () => '<unset>',
];
const VOLUME_MODE: [TableColumn, Cell] = [
  plain('VolumeMode', 1),
  ({ spec }) => spec?.volumeMode ?? 'Filesystem',
];

/** How the built-in kinds are shown; kinds without a printer of their own show name and age. */
export const builtinPrinters: Record<string, Printer> = {
  Pod: podPrinter,
  Event: eventPrinter,
  Namespace: printer([[plain('Status'), ({ status }) => status?.phase], AGE]),
  ConfigMap: printer([
    [plain('Data'), ({ data, binaryData }) => size(data) + size(binaryData)],
    AGE,
  ]),
  Secret: printer([
    [plain('Type'), ({ type }) => type],
    [plain('Data'), ({ data }) => size(data)],
    AGE,
  ]),
  ServiceAccount: printer([
    [plain('Secrets'), ({ secrets }) => secrets?.length ?? 0],
    AGE,
  ]),
  ResourceQuota: printer([
    [plain('Request'), quotaList(false)],
    [plain('Limit'), quotaList(true)],
    AGE,
  ]),
  LimitRange: printer([CREATED]),
  PersistentVolumeClaim: printer([
    [plain('Status'), ({ status }) => status?.phase ?? ''],
    [plain('Volume'), ({ spec }) => spec?.volumeName ?? ''],
    [plain('Capacity'), ({ status }) => status?.capacity?.storage ?? ''],
    [plain('Access Modes'), ({ status }) => accessModes(status?.accessModes)],
    [plain('StorageClass'), ({ spec }) => spec?.storageClassName ?? ''],
    UNSET_ATTRIBUTES,
    AGE,
    VOLUME_MODE,
  ]),
  PersistentVolume: printer([
    [plain('Capacity'), ({ spec }) => spec?.capacity?.storage ?? ''],
    [plain('Access Modes'), ({ spec }) => accessModes(spec?.accessModes)],
    [
      plain('Reclaim Policy'),
      ({ spec }) => spec?.persistentVolumeReclaimPolicy ?? '',
    ],
    [plain('Status'), ({ status }) => status?.phase ?? ''],
    [
      plain('Claim'),
      ({ spec }) =>
        spec?.claimRef
          ? `${spec.claimRef.namespace}/${spec.claimRef.name}`
          : '',
    ],
    [plain('StorageClass'), ({ spec }) => spec?.storageClassName ?? ''],
    UNSET_ATTRIBUTES,
    [plain('Reason'), ({ status }) => status?.reason ?? ''],
    AGE,
    VOLUME_MODE,
  ]),
  StorageClass: printer([
    [plain('Provisioner'), ({ provisioner }) => provisioner],
    [plain('ReclaimPolicy'), ({ reclaimPolicy }) => reclaimPolicy],
    [plain('VolumeBindingMode'), ({ volumeBindingMode }) => volumeBindingMode],
    [
      plain('AllowVolumeExpansion'),
      ({ allowVolumeExpansion }) => allowVolumeExpansion ?? false,
    ],
    AGE,
  ]),
  Service: printer([
    [plain('Type'), ({ spec }) => spec?.type ?? 'ClusterIP'],
    [plain('Cluster-IP'), ({ spec }) => spec?.clusterIP ?? '<none>'],
    [plain('External-IP'), () => '<none>'],
    [
      plain('Port(s)'),
      ({ spec }) =>
        (spec?.ports ?? [])
          .map(
            (port: { port: number; protocol?: string }) =>
              `${port.port}/${port.protocol ?? 'TCP'}`,
          )
          .join(',') || '<none>',
    ],
    AGE,
  ]),
  Node: printer([
    [
      plain('Status'),
      ({ status }) =>
        (status?.conditions ?? []).some(
          (one: { type: string; status: string }) =>
            one.type === 'Ready' && one.status === 'True',
        )
          ? 'Ready'
          : 'NotReady',
    ],
    [plain('Roles'), () => '<none>'],
    AGE,
    [plain('Version'), ({ status }) => status?.nodeInfo?.kubeletVersion ?? ''],
  ]),
  Deployment: printer([
    [
      plain('Ready'),
      ({ spec, status }) =>
        `${status?.readyReplicas ?? 0}/${spec?.replicas ?? 0}`,
    ],
    [
      plain('Up-to-date', 0, 'integer'),
      ({ status }) => status?.updatedReplicas ?? 0,
    ],
    [
      plain('Available', 0, 'integer'),
      ({ status }) => status?.availableReplicas ?? 0,
    ],
    AGE,
  ]),
  ReplicaSet: printer([
    [plain('Desired', 0, 'integer'), ({ spec }) => spec?.replicas ?? 0],
    [plain('Current', 0, 'integer'), ({ status }) => status?.replicas ?? 0],
    [plain('Ready', 0, 'integer'), ({ status }) => status?.readyReplicas ?? 0],
    AGE,
  ]),
  StatefulSet: printer([
    [
      plain('Ready'),
      ({ spec, status }) =>
        `${status?.readyReplicas ?? 0}/${spec?.replicas ?? 0}`,
    ],
    AGE,
  ]),
  Lease: printer([
    [plain('Holder'), ({ spec }) => spec?.holderIdentity ?? ''],
    AGE,
  ]),
  Ingress: printer([
    [plain('Class'), ({ spec }) => spec?.ingressClassName ?? '<none>'],
    [
      plain('Hosts'),
      ({ spec }) =>
        (spec?.rules ?? [])
          .map((rule: { host?: string }) => rule.host ?? '*')
          .join(',') || '*',
    ],
    [plain('Address'), () => ''],
    [plain('Ports'), ({ spec }) => (spec?.tls ? '80, 443' : '80')],
    AGE,
  ]),
  NetworkPolicy: printer([[plain('Pod-Selector'), selectorText], AGE]),
  Role: printer([CREATED]),
  ClusterRole: printer([CREATED]),
  RoleBinding: binding,
  ClusterRoleBinding: binding,
  CustomResourceDefinition: printer([CREATED]),
};
