import { ReactNode } from 'react';
import { Link } from '@backstage/ui';
import { LakefsBranch } from '@millrace/backstage-plugin-data-platform-common';
import {
  HealthMark,
  RelativeTime,
} from '@millrace/backstage-plugin-data-platform-react';
import { branchHref } from './branchHref';
import styles from './branch.module.css';

interface Trouble {
  health: 'failed' | 'degraded';
  text: ReactNode;
}

/** All that stands in the way of a branch, beyond the one sentence of its verdict; nothing where nothing does. */
export function TroubleList(props: { branch: LakefsBranch }) {
  const troubles = troublesOf(props.branch);
  if (troubles.length === 0) {
    return null;
  }
  return (
    <section className={styles.section} aria-label="In its way">
      <h3 className={styles.title}>In its way</h3>
      <ul className={styles.list}>
        {troubles.map(({ health, text }, index) => (
          <li key={index} className={styles.trouble}>
            <HealthMark health={health} />
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function troublesOf(branch: LakefsBranch): Trouble[] {
  const { name, failure, conflicts, parent } = branch;
  return [
    ...(branch.brokenActions ?? []).map(
      ({ path, problem }): Trouble => ({
        health: 'failed',
        text: (
          <>
            lakeFS cannot read <code>{path}</code> ({problem}): every commit to
            this branch fails until it is mended or deleted.
          </>
        ),
      }),
    ),
    ...(failure
      ? [
          {
            health: 'failed' as const,
            text: (
              <>
                Check <code>{failure.hook}</code> of action{' '}
                <code>{failure.action}</code> failed at {failure.event}{' '}
                <RelativeTime at={new Date(failure.at).toISOString()} />
                {failure.message && `: ${failure.message}`}.{' '}
                <Link href={branchHref(name, 'checks')} variant="body-medium">
                  Read its output
                </Link>
              </>
            ),
          },
        ]
      : []),
    ...(conflicts && conflicts.n > 0
      ? [
          {
            health: 'degraded' as const,
            text: (
              <>
                {conflicts.n}
                {conflicts.more && '+'}{' '}
                {conflicts.n === 1 ? 'object was' : 'objects were'} changed here
                and on {parent}.{' '}
                <Link
                  href={branchHref(name, 'conflicts')}
                  variant="body-medium"
                >
                  What each side did
                </Link>
              </>
            ),
          },
        ]
      : []),
    ...(branch.droppedActions ?? []).map(
      (path): Trouble => ({
        health: 'degraded',
        text: (
          <>
            It lacks <code>{path}</code> of {parent}. lakeFS reads checks from
            the branch that is merged, so they would not run.
          </>
        ),
      }),
    ),
    ...(branch.changedActions ?? []).map(
      (path): Trouble => ({
        health: 'degraded',
        text: (
          <>
            It has another <code>{path}</code> than {parent}: its merge is
            checked by its own.
          </>
        ),
      }),
    ),
  ];
}
