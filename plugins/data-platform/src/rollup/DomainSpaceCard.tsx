import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  Alert,
  Card,
  CardBody,
  CardHeader,
  Skeleton,
  Text,
} from '@backstage/ui';
import { useEntity } from '@backstage/plugin-catalog-react';
import { DomainDetail } from '@millrace/backstage-plugin-data-platform-common';
import {
  EmptyState,
  MeterBar,
  Sentence,
  StaleNotice,
  useDomain,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { DomainActions } from '../domain/DomainActions';
import { RoleGroup } from '../domain/RoleGroup';
import { EntityGone, isGone } from './EntityGone';
import styles from './RollupCard.module.css';

const ROLES: Record<string, string> = {
  owner: 'Owners',
  member: 'Members',
  viewer: 'Viewers',
};

/** Where a domain lives, how much of its quota is used, and who may do what. */
export function DomainSpaceCard() {
  const { entity } = useEntity();
  const { value, error, refresh } = useDomain(stringifyEntityRef(entity));
  const { title, name } = entity.metadata;
  const gone = value && isGone(error);
  return (
    <Card>
      <CardHeader>
        <Text as="h2" variant="title-x-small" weight="bold">
          Quota and roles
        </Text>
      </CardHeader>
      <CardBody>
        {!value && !error && (
          <Skeleton
            width="100%"
            height={140}
            role="status"
            aria-label="Loading the quota"
          />
        )}
        {gone && <EntityGone title={title ?? name} />}
        {error && !gone && (
          <ViewProblem
            error={error}
            subject={
              value ? 'anything newer than this' : 'the quota of this domain'
            }
            onRetry={refresh}
          />
        )}
        {value && !gone && <Space domain={value} />}
      </CardBody>
    </Card>
  );
}

function Space(props: { domain: DomainDetail }) {
  const { quota, roles = [], namespaces, source, stale } = props.domain;
  const unread = props.domain.problems?.find(({ part }) => part === 'quota');
  return (
    <div className={styles.body}>
      <StaleNotice stale={stale} />
      {quota.length > 0 ? (
        <div className={styles.section}>
          {quota.map(line => (
            <MeterBar
              key={line.resource}
              label={line.label ?? line.resource}
              used={line.used}
              hard={line.hard}
              ratio={line.ratio}
            />
          ))}
        </div>
      ) : (
        <NoQuota unread={unread?.message} />
      )}
      <dl className={styles.rows}>
        <dt>{namespaces.length > 1 ? 'Namespaces' : 'Namespace'}</dt>
        <dd>
          {namespaces.join(', ') || '–'}
          {source && ` on ${source}`}
        </dd>
        {roles.map(({ role, groups }) => (
          <Role
            key={role}
            role={role}
            title={ROLES[role] ?? role}
            groups={groups}
          />
        ))}
      </dl>
      <DomainActions domain={props.domain} />
    </div>
  );
}

/** None of it is no proof where it could not be read. */
function NoQuota(props: { unread: string | undefined }) {
  return props.unread ? (
    <Alert
      status="warning"
      icon
      title="The quota could not be read."
      description={<Sentence text={props.unread} />}
    />
  ) : (
    <EmptyState compact title="No quota.">
      Nothing limits what this domain uses.
    </EmptyState>
  );
}

function Role(props: {
  role: string;
  title: string;
  groups: readonly string[];
}) {
  return (
    <>
      <dt>{props.title}</dt>
      <dd>
        {props.groups.length === 0 && 'nobody'}
        {props.groups.map(group => (
          <RoleGroup
            key={group}
            role={props.role}
            roleTitle={props.title}
            group={group}
          />
        ))}
      </dd>
    </>
  );
}
