import { ANNOTATION_OPERATION } from '@millrace/backstage-plugin-data-platform-common';
import { hasEnded } from '../../operations/OperationRecord';
import { OperationTable } from '../../operations/OperationTable';
import { IndexedResource } from '../../store/types';

/** Id of the operation that makes notebook servers, and of its step that makes the server itself. */
export const CREATE_NOTEBOOK = 'notebook:create';
export const SERVER_STEP = 'server';

/** What the maker of a server said of it. */
export interface NotebookMaker {
  ownerRef: string;
  productRef?: string;
  title?: string;
  description?: string;
}

/**
 * For whom the portal made a server. The operation that its annotation names must have made this very object: by cluster
 * and uid, for annotations are written by whoever may edit the object.
 * @returns `later` while the operation still runs and has not told what it made
 */
export async function makerOfNotebook(
  { row, object }: Pick<IndexedResource, 'row' | 'object'>,
  operations: Pick<OperationTable, 'get'>,
): Promise<NotebookMaker | 'later' | undefined> {
  const id = object.metadata.annotations?.[ANNOTATION_OPERATION];
  if (!id || id.length > 36) return undefined;
  const record = await operations.get(id);
  if (record?.operation !== CREATE_NOTEBOOK) return undefined;
  const step = record.steps.find(each => each.id === SERVER_STEP);
  if (!step || !('source' in step) || step.source !== row.source) {
    return undefined;
  }
  const { uid } = record.progress[SERVER_STEP] ?? {};
  if (uid === undefined && !hasEnded(record)) return 'later';
  if (uid !== row.uid) return undefined;
  const { owner, product, title, description } = record.output;
  if (typeof owner !== 'string') return undefined;
  return {
    ownerRef: owner,
    ...(typeof product === 'string' && { productRef: product }),
    ...(typeof title === 'string' && { title }),
    ...(typeof description === 'string' && { description }),
  };
}
