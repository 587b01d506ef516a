import { Link } from '@backstage/ui';
import {
  LakefsBranch,
  LakefsRepository,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  HealthMark,
  Sentence,
} from '@millrace/backstage-plugin-data-platform-react';
import { useBranchLink } from '../actions/useBranchLink';
import styles from './repository.module.css';

/** Branches that need somebody, with why; the others go without saying. */
export function TroubledBranches(props: {
  repository: LakefsRepository;
  /** The worst first. */
  branches: readonly LakefsBranch[];
}) {
  const { repository, branches } = props;
  const link = useBranchLink();
  const troubled = branches.filter(({ resource }) =>
    ['failed', 'degraded'].includes(resource.assessment.health),
  );
  if (troubled.length === 0) {
    return null;
  }
  return (
    <ul className={styles.list} aria-label="Branches that need somebody">
      {troubled.map(({ name, resource }) => {
        const { health, message } = resource.assessment;
        const href = link(repository, name);
        return (
          <li key={resource.id} className={styles.item}>
            <span className={styles.itemMark}>
              <HealthMark health={health} />
            </span>
            <span className={styles.itemText}>
              {href ? (
                <Link href={href} variant="body-medium">
                  {name}
                </Link>
              ) : (
                <strong>{name}</strong>
              )}
              <span className={styles.quiet}>
                <Sentence text={message} />
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
