import {
  ButtonLink,
  Card,
  CardBody,
  CardHeader,
  Skeleton,
  Text,
} from '@backstage/ui';
import {
  FactList,
  HealthCounts,
  safeUrl,
  Sentence,
  StaleNotice,
  useSources,
  VerdictBanner,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { LakefsRepository } from '@millrace/backstage-plugin-data-platform-common';
import { RiExternalLinkLine } from '@remixicon/react';
import { NewBranchButton } from '../actions/NewBranchButton';
import { useBranches } from '../data/useBranches';
import { useRepositoryEntity } from '../data/useRepositoryEntity';
import { RepositoryUnknown } from './RepositoryUnknown';
import { repositoryFacts } from './repositoryFacts';
import { TroubledBranches } from './TroubledBranches';
import styles from './repository.module.css';

/** A lakeFS repository on its page: where it is, who controls the access, and how its branches are. */
export function RepositoryCard() {
  const { repository, claimed, unknown, error, refresh } =
    useRepositoryEntity();
  return (
    <Card>
      <CardHeader>
        <Text as="h2" variant="title-x-small" weight="bold">
          Repository
        </Text>
      </CardHeader>
      <CardBody>
        {error && (
          <ViewProblem
            error={error}
            subject={repository ? 'anything newer than this' : 'the repository'}
            onRetry={refresh}
          />
        )}
        {unknown && <RepositoryUnknown claimed={claimed} />}
        {!repository && !unknown && !error && (
          <Skeleton
            width="100%"
            height={200}
            role="status"
            aria-label="Loading the repository"
          />
        )}
        {repository && <Repository repository={repository} />}
      </CardBody>
    </Card>
  );
}

function Repository(props: { repository: LakefsRepository }) {
  const { repository } = props;
  const { resource, note, uiUrl } = repository;
  const sources = useSources();
  const server = sources.value?.items.find(
    ({ name }) => name === repository.source,
  );
  // The worst first: what needs somebody is named, the others are counted.
  const branches = useBranches(repository, { limit: 5 });
  const link = safeUrl(uiUrl);
  return (
    <div className={styles.column}>
      <VerdictBanner plain assessment={resource.assessment} />
      <StaleNotice stale={resource.stale} />
      <FactList facts={repositoryFacts(repository, server)} />
      {branches.value && (
        <section className={styles.column} aria-label="Branches">
          <HealthCounts counts={branches.value.counts} brief />
          <TroubledBranches
            repository={repository}
            branches={branches.value.items}
          />
        </section>
      )}
      <p className={styles.quiet}>
        <Sentence text={note} />
      </p>
      <div className={styles.actions}>
        <NewBranchButton repository={repository} />
        {link && (
          <ButtonLink
            size="small"
            variant="secondary"
            href={link}
            target="_blank"
            rel="noopener noreferrer"
            iconEnd={<RiExternalLinkLine />}
          >
            Open in lakeFS
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
