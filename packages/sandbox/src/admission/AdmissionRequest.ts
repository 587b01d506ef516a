import { ResourceType } from '../resources/ResourceType';
import { KubeObject, Principal } from '../types';

/** A write on its way into the store. */
export interface AdmissionRequest {
  operation: 'CREATE' | 'UPDATE' | 'DELETE';
  resource: Pick<ResourceType, 'group' | 'version' | 'plural' | 'kind'>;
  subresource?: string;
  name: string;
  namespace?: string;
  /** What is to be stored; absent on DELETE. */
  object?: KubeObject;
  /** What is stored now; absent on CREATE. */
  oldObject?: KubeObject;
  /** The namespace that the object lives in, as it is stored now. */
  namespaceObject?: KubeObject;
  principal: Principal;
  dryRun: boolean;
  /** Looks up an object of cluster scope, as a webhook that reads the cluster does; `resource` is `group/plural`. */
  find(resource: string, name: string): KubeObject | undefined;
  /** Adds a Warning header to the answer. */
  warn(text: string): void;
}

/** Judges a write; refuses it by throwing a StatusError. Runs after validation, before quota. */
export type AdmissionHook = (request: AdmissionRequest) => void;
