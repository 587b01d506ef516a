import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Card, CardBody, CardHeader, Link, Text } from '@backstage/ui';
import { LakefsRepository } from '@millrace/backstage-plugin-data-platform-common';
import {
  HealthCounts,
  StaleNotice,
} from '@millrace/backstage-plugin-data-platform-react';
import { NewBranchButton } from '../actions/NewBranchButton';
import { useBranchLink } from '../actions/useBranchLink';
import { useBranches } from '../data/useBranches';
import { useProductRepositories } from '../data/useProductRepositories';
import styles from '../repository/repository.module.css';

/** The data branches of a product; nothing where it has no repository. */
export function ProductBranchesCard() {
  const { entity } = useEntity();
  const productRef = stringifyEntityRef(entity);
  // What cannot be read has a page of its own that tells why.
  const repositories = useProductRepositories(productRef);
  if (repositories.length === 0) {
    return null;
  }
  return (
    <Card>
      <CardHeader>
        <Text as="h2" variant="title-x-small" weight="bold">
          Data branches
        </Text>
      </CardHeader>
      <CardBody>
        <div className={styles.column}>
          {repositories.map(repository => (
            <ProductRepository
              key={repository.resource.id}
              repository={repository}
            />
          ))}
        </div>
      </CardBody>
    </Card>
  );
}

function ProductRepository(props: { repository: LakefsRepository }) {
  const { repository } = props;
  const branches = useBranches(repository, { limit: 1 });
  const href = useBranchLink()(repository);
  return (
    <section className={styles.column} aria-label={repository.repository}>
      {href ? (
        <Link href={href} variant="body-medium">
          {repository.repository}
        </Link>
      ) : (
        <strong>{repository.repository}</strong>
      )}
      <StaleNotice stale={repository.resource.stale} />
      {branches.value && <HealthCounts counts={branches.value.counts} brief />}
      <div className={styles.actions}>
        <NewBranchButton repository={repository} quiet />
      </div>
    </section>
  );
}
