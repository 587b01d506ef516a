import {
  AdoptionQuery,
  ApprovalQuery,
  DomainQuery,
  NotebookQuery,
  OperationQuery,
  ResourceQuery,
  RunQuery,
  ScopeQuery,
  ViewQuery,
  SystemQuery,
} from '../api/View';
import { useView, ViewResult } from './useView';

/** One page of live objects. */
export const useResources = (query: ResourceQuery = {}) =>
  useView<'resources'>({ name: 'resources', query });

/** One live object with evidence, pods and events. */
export const useResource = (id: string | undefined) =>
  useView<'resource'>(id ? { name: 'resource', query: { id } } : undefined);

/** Runs, newest first, also those whose object is gone. */
export const useRuns = (query: RunQuery) =>
  useView<'runs'>({ name: 'runs', query });

/** One run, as the history has it. */
export const useRun = (id: string | undefined) =>
  useView<'run'>(id ? { name: 'run', query: { id } } : undefined);

/** Counts and rolled-up verdict of an entity, a product, a domain or of all. */
export const useSummary = (query: ScopeQuery = {}) =>
  useView<'summary'>({ name: 'summary', query });

/** Verdict of a job and what the person may do with it. */
export const useJob = (entityRef: string | undefined) =>
  useView<'job'>(entityRef ? { name: 'job', query: { entityRef } } : undefined);

/** Where a domain lives, its quota and its roles. */
export const useDomain = (entityRef: string | undefined) =>
  useView<'domain'>(
    entityRef ? { name: 'domain', query: { entityRef } } : undefined,
  );

/** The first data domains of which the person may see something, by name; asks nothing without a query. */
export const useDomains = (query: DomainQuery | undefined) =>
  useView<'domains'>(query && { name: 'domains', query });

/** One page of notebook servers, with what all of them hold. */
export const useNotebooks = (query: NotebookQuery = {}) =>
  useView<'notebooks'>({ name: 'notebooks', query });

/** One notebook server with its volumes, pods, events and operations. */
export const useNotebook = (entityRef: string | undefined) =>
  useView<'notebook'>(
    entityRef ? { name: 'notebook', query: { entityRef } } : undefined,
  );

/** What a form for a notebook server may offer in a domain; in its first namespace, unless another one is named. */
export const useNotebookOptions = (
  query: ViewQuery<'notebookOptions'> | undefined,
) => useView<'notebookOptions'>(query && { name: 'notebookOptions', query });

/** What runs and belongs to nothing of the portal yet. */
export const useAdoption = (query: AdoptionQuery = {}) =>
  useView<'adoption'>({ name: 'adoption', query });

/** Who did what, newest first. */
export const useOperations = (query: OperationQuery = {}) =>
  useView<'operations'>({ name: 'operations', query });

/** One operation with the state of its steps. */
export const useOperation = (id: string | undefined) =>
  useView<'operation'>(id ? { name: 'operation', query: { id } } : undefined);

/** Requests for leave to do an operation, newest first. */
export const useApprovals = (query: ApprovalQuery = {}) =>
  useView<'approvals'>({ name: 'approvals', query });

/** One request with its comments. */
export const useApproval = (id: string | undefined) =>
  useView<'approval'>(id ? { name: 'approval', query: { id } } : undefined);

/** Where live objects come from, and the state of each. */
export const useSources = () =>
  useView<'sources'>({ name: 'sources', query: {} });

/** Clusters, quota presets and Spark versions that templates may offer. */
export const usePresets = () =>
  useView<'presets'>({ name: 'presets', query: {} });

/** An answer of a system that a module brings, in the shape that the module's routes give it. */
export function useSystemView<T>(
  query: SystemQuery | undefined,
): ViewResult<T> {
  // Whoever knows the route knows its answer.
  return useView<'system'>(query && { name: 'system', query }) as ViewResult<T>;
}
