import { Database } from '../store/Database';
import { KubeObject } from '../types';
import { AdmissionHook, AdmissionRequest } from './AdmissionRequest';
import { admitDefaultStorageClass } from './defaultStorageClass';
import { applyLimitRanges, checkLimitRanges } from './limitRanger';
import { admitNamespaceLifecycle } from './namespaceLifecycle';
import { applyPodDefaults } from './podDefaults';
import { admitPodSecurity } from './podSecurity';
import { chargeQuotas } from './resourceQuota';
import { admitServiceAccount } from './serviceAccount';

/** The admission chain, in the order of the real server: first what changes an object, then (after validation) what judges it. */
export class Admission {
  private readonly database: Database;
  private readonly hooks: readonly AdmissionHook[];

  constructor(database: Database, hooks: readonly AdmissionHook[]) {
    this.database = database;
    this.hooks = hooks;
  }

  mutate(request: AdmissionRequest): void {
    admitNamespaceLifecycle(request);
    admitServiceAccount(
      request,
      (namespace, name) =>
        this.database.store('/serviceaccounts').get(`${namespace}/${name}`) !==
        undefined,
    );
    admitDefaultStorageClass(
      request,
      this.stored('storage.k8s.io/storageclasses'),
    );
    if (createsPod(request)) {
      applyPodDefaults(
        request,
        this.stored('kubeflow.org/poddefaults', request.namespace),
      );
      applyLimitRanges(
        request.object!,
        this.inNamespace(request, 'limitranges'),
      );
    }
  }

  /** Judges; answers with what to write into quotas when the object is stored. */
  validate(request: AdmissionRequest): () => void {
    for (const hook of this.hooks) hook(request);
    admitPodSecurity(request, () => this.inNamespace(request, 'pods'));
    if (createsPod(request)) {
      checkLimitRanges(
        request.object!,
        this.inNamespace(request, 'limitranges'),
      );
    }
    if (request.operation !== 'CREATE' || request.subresource) return () => {};
    const charges = chargeQuotas(
      request,
      this.inNamespace(request, 'resourcequotas'),
    );
    return () => {
      for (const { quota, used } of charges) {
        this.database.put(
          '/resourcequotas',
          `${request.namespace}/${quota.metadata.name}`,
          {
            ...quota,
            metadata: { ...quota.metadata },
            status: { ...quota.status, used },
          },
        );
      }
    };
  }

  private stored(resource: string, namespace?: string): KubeObject[] {
    return this.database
      .store(resource)
      .list(namespace)
      .map(entry => entry.object);
  }

  private inNamespace(request: AdmissionRequest, plural: string): KubeObject[] {
    const { namespace = namespaceItself(request) } = request;
    if (!namespace) return [];
    return this.stored(`/${plural}`, namespace);
  }
}

function createsPod({ operation, resource }: AdmissionRequest): boolean {
  return (
    operation === 'CREATE' &&
    resource.plural === 'pods' &&
    resource.group === ''
  );
}

function namespaceItself(request: AdmissionRequest): string | undefined {
  const { resource, name } = request;
  return resource.plural === 'namespaces' ? name : undefined;
}
