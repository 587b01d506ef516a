import { timestamp } from '../clock/timestamps';
import { customResources } from '../resources/customResource';
import { ResourceType } from '../resources/ResourceType';
import { Change } from '../store/Entry';
import { KubeObject } from '../types';
import { Operations } from './Operations';

const CRDS = 'apiextensions.k8s.io/customresourcedefinitions';

/** Serves what CustomResourceDefinitions define, from the moment they are stored until they are deleted. */
export class CrdRegistrar {
  private readonly operations: Operations;
  private readonly unlisten: () => void;

  constructor(operations: Operations) {
    this.operations = operations;
    const { database } = operations;
    for (const { object } of database.store(CRDS).list()) this.register(object);
    this.unlisten = database.listen(CRDS, change => this.heard(change));
  }

  stop(): void {
    this.unlisten();
  }

  private heard({ type, entry }: Change): void {
    if (type === 'DELETED') this.withdraw(entry.object);
    else {
      this.register(entry.object);
      if (!entry.object.status?.acceptedNames) this.accept(entry.object);
    }
  }

  private register(crd: KubeObject): void {
    const { registry } = this.operations;
    registry.remove(crd.spec.group, crd.spec.names.plural);
    for (const type of customResources(crd)) registry.add(type);
  }

  /** A definition takes its objects along. */
  private withdraw(crd: KubeObject): void {
    const { group, names } = crd.spec;
    const resource = `${group}/${names.plural}`;
    const { database, registry } = this.operations;
    for (const { key } of database.store(resource).list()) {
      database.remove(resource, key);
    }
    registry.remove(group, names.plural);
  }

  private accept(crd: KubeObject): void {
    const type = this.operations.registry.findResource(
      'apiextensions.k8s.io',
      'customresourcedefinitions',
    ) as ResourceType;
    const lastTransitionTime = timestamp(this.operations.clock.now());
    const condition = (name: string, reason: string, message: string) => ({
      type: name,
      status: 'True',
      lastTransitionTime,
      reason,
      message,
    });
    this.operations.update(
      type,
      {
        ...crd,
        status: {
          conditions: [
            condition('NamesAccepted', 'NoConflicts', 'no conflicts found'),
            condition(
              'Established',
              'InitialNamesAccepted',
              'the initial names have been accepted',
            ),
          ],
          acceptedNames: crd.spec.names,
          storedVersions: crd.spec.versions
            .filter((version: { storage?: boolean }) => version.storage)
            .map((version: { name: string }) => version.name),
        },
      },
      { subresource: 'status' },
    );
  }
}
