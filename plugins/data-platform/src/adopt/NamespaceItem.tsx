import { lazy, Suspense } from 'react';
import { dialogApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  AdoptableNamespace,
  Health,
} from '@millrace/backstage-plugin-data-platform-common';
import { HealthMark } from '@millrace/backstage-plugin-data-platform-react';
import { EntityLink } from '../rollup/EntityLink';
import { CommandText } from './CommandText';
import { domainName } from './domainName';
import { DriftList } from './DriftList';
import styles from './adopt.module.css';

const AdoptDomainDialog = lazy(() =>
  import('./AdoptDomainDialog').then(m => ({ default: m.AdoptDomainDialog })),
);

const MARK: Record<AdoptableNamespace['state'], Health> = {
  unlabelled: 'unknown',
  labelled: 'progressing',
  unknown: 'unknown',
  adopted: 'healthy',
};

/** One namespace: where it stands on the way to a domain, and the next step. */
export function NamespaceItem(props: { item: AdoptableNamespace }) {
  const { item } = props;
  const { namespace, source, state, command, domainRef, drift = [] } = item;
  const dialogApi = useApi(dialogApiRef);
  const adopt = () =>
    dialogApi.open(({ dialog }) => (
      <Suspense fallback={null}>
        <AdoptDomainDialog item={item} onClose={() => dialog.close()} />
      </Suspense>
    ));
  return (
    <li className={styles.item}>
      <HealthMark health={MARK[state]} />
      <div className={styles.text}>
        <div className={styles.head}>
          <strong>{namespace}</strong>
          <span className={styles.quiet}>
            on {source} · {workloads(item.workloads)}
          </span>
          {state === 'adopted' && domainRef && (
            <EntityLink entityRef={domainRef} />
          )}
        </div>
        <p className={styles.sentence}>{sentenceOf(item)}</p>
        {state === 'unlabelled' && command && (
          <CommandText text={command} label={`command for ${namespace}`} />
        )}
        {drift.length > 0 && <DriftList drift={drift} />}
      </div>
      {state === 'labelled' && (
        <Button size="small" variant="primary" onPress={adopt}>
          Adopt as a domain…
        </Button>
      )}
    </li>
  );
}

function workloads(count: number): string {
  return count === 1 ? '1 object' : `${count.toLocaleString()} objects`;
}

function sentenceOf({ state, domain }: AdoptableNamespace): string {
  switch (state) {
    case 'unlabelled':
      return 'A cluster admin has to label it first; that is how the portal knows that it may. They run:';
    case 'labelled':
      return domain
        ? `It carries the label of the domain ${domainName(
            domain,
          )}, which is not registered yet.`
        : 'It carries the label; its domain is not registered yet.';
    case 'unknown':
      return domain
        ? `It carries the label of the domain ${domainName(
            domain,
          )}; the catalog is still being read for it.`
        : 'It carries the label of a domain; the catalog is still being read for it.';
    default:
      return 'It is a domain of the portal.';
  }
}
