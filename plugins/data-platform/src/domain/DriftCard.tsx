import { stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Card, CardBody, CardHeader, Link, Text } from '@backstage/ui';
import { useAdoption } from '@millrace/backstage-plugin-data-platform-react';
import { DriftList } from '../adopt/DriftList';
import { adoptRouteRef } from '../routes';
import styles from './DriftCard.module.css';

/** How the namespaces of a domain differ from what the template makes, and jobs in them that belong to nothing. Absent where there is nothing to say. */
export function DriftCard() {
  const { entity } = useEntity();
  const domainRef = stringifyEntityRef(entity);
  const { value } = useAdoption({ domainRef, limit: 1 });
  const adopt = useRouteRef(adoptRouteRef);
  const drifted = (value?.namespaces ?? []).filter(
    ({ drift }) => !!drift?.length,
  );
  const jobs = value?.totalJobs ?? 0;
  if (drifted.length === 0 && jobs === 0) {
    return null;
  }
  return (
    <Card>
      <CardHeader>
        <Text as="h2" variant="title-x-small" weight="bold">
          {drifted.length > 0 ? 'Differs from the template' : 'Not adopted yet'}
        </Text>
      </CardHeader>
      <CardBody>
        <div className={styles.body}>
          {drifted.map(({ source, namespace, drift = [] }) => (
            <div key={`${source}/${namespace}`}>
              <div className={styles.place}>
                {namespace} on {source}
              </div>
              <DriftList drift={drift} />
            </div>
          ))}
          {jobs > 0 && (
            <p className={styles.note}>
              {jobs === 1
                ? '1 job runs here that belongs to no data product.'
                : `${jobs.toLocaleString()} jobs run here that belong to no data product.`}{' '}
              {adopt && (
                <Link
                  href={`${adopt()}?domain=${encodeURIComponent(domainRef)}`}
                >
                  Adopt them
                </Link>
              )}
            </p>
          )}
        </div>
      </CardBody>
    </Card>
  );
}
