import { useState } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Button, Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { useProductRepositories } from '../data/useProductRepositories';
import styles from '../repository/repository.module.css';
import { ProductHistory } from './ProductHistory';

/** Who changed the data of a product; nothing where it has no repository. The logs are read when somebody asks for them. */
export function ProductHistoryCard() {
  const { entity } = useEntity();
  const productRef = stringifyEntityRef(entity);
  const [asked, setAsked] = useState(false);
  const repositories = useProductRepositories(productRef);
  if (repositories.length === 0) {
    return null;
  }
  return (
    <Card>
      <CardHeader>
        <Text as="h2" variant="title-x-small" weight="bold">
          Who changed the data
        </Text>
      </CardHeader>
      <CardBody>
        {asked ? (
          <ProductHistory productRef={productRef} />
        ) : (
          <div className={styles.column}>
            <p className={styles.quiet}>
              Merges, commits and reverts on the default and the protected
              branches, also those made without the portal.
            </p>
            <div className={styles.actions}>
              <Button
                size="small"
                variant="secondary"
                onPress={() => setAsked(true)}
              >
                Read the logs
              </Button>
            </div>
          </div>
        )}
      </CardBody>
    </Card>
  );
}
