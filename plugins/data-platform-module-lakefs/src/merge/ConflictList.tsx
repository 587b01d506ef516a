import { useState } from 'react';
import {
  LakefsBranch,
  LakefsConflict,
  LakefsConflictPage,
} from '@millrace/backstage-plugin-data-platform-common';
import { ObjectDialog } from '../objects/ObjectDialog';
import { sideText } from './conflictWords';
import styles from './merge.module.css';

/** Conflicts by path, each with what both sides did; one opens with both beside each other. */
export function ConflictList(props: {
  branch: LakefsBranch;
  destination: string;
  page: LakefsConflictPage;
}) {
  const { branch, destination, page } = props;
  const [opened, setOpened] = useState<LakefsConflict>();
  return (
    <>
      <ul className={styles.conflicts} aria-label="Conflicts">
        {page.items.map(conflict => (
          <li key={conflict.path} className={styles.conflict}>
            <button
              type="button"
              className={styles.path}
              onClick={() => setOpened(conflict)}
            >
              {conflict.path}
            </button>
            <dl className={styles.sides}>
              <dt>{branch.name}</dt>
              <dd>{sideText(conflict.source)}</dd>
              <dt>{destination}</dt>
              <dd>{sideText(conflict.destination)}</dd>
            </dl>
          </li>
        ))}
      </ul>
      {opened && (
        <ObjectDialog
          branch={branch}
          path={opened.path}
          sides={[
            ...(opened.destination.did === 'removed'
              ? []
              : [{ ref: destination, title: `On ${destination}` }]),
            ...(opened.source.did === 'removed'
              ? []
              : [{ ref: branch.head, title: `On ${branch.name}` }]),
          ]}
          onClose={() => setOpened(undefined)}
        />
      )}
    </>
  );
}
