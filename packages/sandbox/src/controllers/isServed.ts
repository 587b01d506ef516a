import { StatusError, type ResourceRef, type SandboxApi } from '../types';

/** Whether the cluster serves a kind: that of a CustomResourceDefinition may be absent. */
export function isServed(api: SandboxApi, ref: ResourceRef): boolean {
  try {
    api.list(ref, 'default');
    return true;
  } catch (error) {
    if (error instanceof StatusError) return false;
    throw error;
  }
}
