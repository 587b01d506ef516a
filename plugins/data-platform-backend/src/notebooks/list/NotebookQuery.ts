import { NotebookState } from '@millrace/backstage-plugin-data-platform-common';

/** Which notebook servers a list shows. Refs are in the catalog's normal form. */
export interface NotebookQuery {
  domainRef?: string;
  ownerRef?: string;
  /** Only what the viewer, or a group of the viewer, is known to have made. */
  mine?: boolean;
  source?: string;
  /** Text in name, title, namespace, owner, image or sentence. */
  q?: string;
  state?: NotebookState;
  sort: 'idle' | 'gpu' | 'name' | 'cost';
  limit: number;
  offset: number;
}
