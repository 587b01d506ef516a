import { FieldError } from '../errors/FieldError';
import { NameRule } from '../meta/nameRules';
import { Schema } from '../schema/Schema';
import { KubeObject } from '../types';

/** A column of `kubectl get`. */
export interface PrinterColumn {
  name: string;
  type: string;
  format?: string;
  description?: string;
  priority?: number;
  jsonPath: string;
}

/** What is particular to a built-in kind, beyond metadata and schema. */
export interface KindRules {
  /** Fills in defaults, in place. `old` is there on an update. */
  prepare?(object: KubeObject, old?: KubeObject): void;
  /** Faults of the object beyond its schema. */
  validate?(object: KubeObject, old?: KubeObject): FieldError[];
}

/** One resource in one served version. */
export interface ResourceType {
  group: string;
  version: string;
  plural: string;
  singular: string;
  kind: string;
  listKind: string;
  namespaced: boolean;
  shortNames: readonly string[];
  categories: readonly string[];
  /** The version that objects are stored in. */
  storageVersion: string;
  /** Defined by a CustomResourceDefinition. */
  custom: boolean;
  /** `status` is written through its own subresource alone. */
  hasStatus: boolean;
  /** `spec.replicas` can be read and written through the subresource `scale` (autoscaling/v1). */
  hasScale: boolean;
  /** Changes of anything but metadata and status raise `metadata.generation`. */
  hasGeneration: boolean;
  nameRule: NameRule;
  schema?: Schema;
  columns?: readonly PrinterColumn[];
  /** Fields that a field selector may name, beyond name and namespace. */
  selectable: readonly string[];
  rules: KindRules;
}

/** `sparkoperator.k8s.io/v1beta2`, or `v1` in the core group. */
export function apiVersionOf(type: { group: string; version: string }): string {
  return type.group ? `${type.group}/${type.version}` : type.version;
}

/** The name of the store that holds the objects of a resource in all its versions. */
export function storeOf(type: { group: string; plural: string }): string {
  return `${type.group}/${type.plural}`;
}
