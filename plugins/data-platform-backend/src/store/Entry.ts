import {
  Assessment,
  Health,
  PlatformResource,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  KubernetesObject,
  ResourceDefinition,
  WorkbenchFacts,
} from '@millrace/backstage-plugin-data-platform-node';
import { RunRecord } from '../history/types';
import { claimsOf } from '../join/claims';
import { Join } from '../join/joinResource';
import { Concerns } from './concerns';
import { involvedKey, nameKey, resourceId } from './keys';
import { IndexedResource } from './types';

/** What the index holds of one live object. The row is made anew with every change, never altered. */
export class Entry {
  readonly id: string;
  readonly source: string;
  readonly definition: ResourceDefinition<any>;
  readonly firstSeen: number;
  object: KubernetesObject;
  /** Found by the first list of its kind: what it shows then happened before anybody looked. */
  early = false;
  /** Absent until the first verdict. */
  row?: PlatformResource;
  assessment?: Assessment;
  /** For nature `workbench`. */
  workbench?: WorkbenchFacts;
  /** Other objects that are evidence for it; made anew with the object. */
  concerns: Concerns = { keys: [], claims: [] };
  /** Absent when it must be looked up again. */
  join?: Join;
  /** Attempt that `assessment` is about. */
  attempt?: string;
  /** Of what has ended: when it is to be judged once more, epoch ms by the clock of the cluster. */
  lookAgainAt?: number;
  /** The Spark application that a service runs, by its id. */
  session?: string;
  /** What history was told last about this attempt; the whole record only while it runs. */
  run?: { print: string; endedAs?: Health; record?: RunRecord };

  constructor(
    source: string,
    definition: ResourceDefinition<any>,
    object: KubernetesObject,
    firstSeen: number,
  ) {
    this.source = source;
    this.definition = definition;
    this.object = object;
    this.firstSeen = firstSeen;
    this.id = resourceId(
      source,
      definition.kind,
      definition.match.group,
      object.metadata.uid || this.nameKey,
    );
  }

  get uid(): string {
    return this.object.metadata.uid;
  }

  get namespace(): string | undefined {
    return this.object.metadata.namespace;
  }

  get nameKey(): string {
    const { kind, match } = this.definition;
    return nameKey(
      kind,
      match.group,
      this.namespace,
      this.object.metadata.name,
    );
  }

  get involvedKey(): string {
    return involvedKey(
      this.definition.kind,
      this.namespace,
      this.object.metadata.name,
    );
  }

  /** Uid of the owner that counts: the controller, else the first. */
  get parentUid(): string | undefined {
    const owners = this.object.metadata.ownerReferences ?? [];
    return (owners.find(owner => owner.controller) ?? owners[0])?.uid;
  }

  /** What it claims to belong to, as keys. */
  get claimKeys(): string[] {
    const { component, entityRef } = claimsOf(this.object);
    return [
      ...(component ? [`component ${component}`] : []),
      ...(entityRef ? [`entity ${entityRef}`] : []),
    ];
  }

  /** Nothing can change its verdict but a change of the object: a run that has ended. */
  get terminal(): boolean {
    return (
      this.definition.nature === 'run' && this.assessment?.outcome !== undefined
    );
  }

  /** The entry as others see it, once it has a verdict. */
  get indexed(): IndexedResource | undefined {
    return this.row && this.assessment ? (this as IndexedResource) : undefined;
  }
}
