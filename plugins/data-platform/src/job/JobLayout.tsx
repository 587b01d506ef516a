import { Fragment } from 'react';
import { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { CatalogWarnings } from './CatalogWarnings';
import { JobCard } from './JobCard';
import { JobVerdict } from './JobVerdict';
import styles from './JobLayout.module.css';

/** The overview of a job: the verdict across the page, its last runs, then the cards as everywhere. */
export function JobLayout(props: EntityContentLayoutProps) {
  const info = props.cards.filter(card => card.type === 'info');
  const content = props.cards.filter(card => card.type !== 'info');
  return (
    <div className={styles.root}>
      <CatalogWarnings />
      <JobVerdict />
      <div className={info.length > 0 ? styles.columns : undefined}>
        <div className={styles.content}>
          <JobCard />
          {content.map((card, index) => (
            <Fragment key={card.element.key ?? index}>{card.element}</Fragment>
          ))}
        </div>
        {info.length > 0 && (
          <div className={styles.content}>
            {info.map((card, index) => (
              <Fragment key={card.element.key ?? index}>
                {card.element}
              </Fragment>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}
