import { useCallback } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { NotebookFilter } from './NotebookFilter';
import { NotebookList } from './NotebookList';
import { useNotebookFilter } from './useNotebookFilter';
import styles from './list.module.css';

/** The notebook servers of a domain: those that nobody has used for longest come first. */
export function DomainNotebooks() {
  const { entity } = useEntity();
  const { filter, change } = useNotebookFilter();
  // The domain is that of the page, whatever the URL says.
  const changeHere = useCallback(
    (patch: Partial<NotebookFilter>) => change({ ...patch, domain: undefined }),
    [change],
  );
  return (
    <div className={styles.page}>
      <NotebookList
        inDomain
        filter={{ ...filter, domain: stringifyEntityRef(entity) }}
        onChange={changeHere}
      />
    </div>
  );
}
