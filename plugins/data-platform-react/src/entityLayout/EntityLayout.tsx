import { Fragment, ReactNode } from 'react';
import { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { Afterwards } from './Afterwards';
import { CatalogWarnings } from './CatalogWarnings';
import styles from './EntityLayout.module.css';

/**
 * An entity's overview with the platform's view of it first: what goes across
 * the page, then two columns with the cards as everywhere. Those come
 * afterwards: a graph of relations takes longer than a verdict may.
 */
export function EntityLayout(props: {
  cards: EntityContentLayoutProps['cards'];
  /** Across the page. */
  banner?: ReactNode;
  /** First in the wide column. */
  lead?: ReactNode;
  /** First in the narrow column. */
  infoLead?: ReactNode;
  /** Last in the narrow column. */
  infoLast?: ReactNode;
}) {
  const { cards, banner, lead, infoLead, infoLast } = props;
  const info = cards.filter(card => card.type === 'info');
  const content = cards.filter(card => card.type !== 'info');
  const twoColumns = info.length > 0 || !!infoLead || !!infoLast;
  return (
    <div className={styles.root}>
      <Afterwards>
        <CatalogWarnings />
      </Afterwards>
      {banner}
      <div className={twoColumns ? styles.columns : undefined}>
        <div className={styles.content}>
          {lead}
          <Afterwards>
            <Cards cards={content} />
          </Afterwards>
        </div>
        {twoColumns && (
          <div className={styles.content}>
            {infoLead}
            <Afterwards>
              <Cards cards={info} />
              {infoLast}
            </Afterwards>
          </div>
        )}
      </div>
    </div>
  );
}

function Cards(props: EntityContentLayoutProps) {
  return (
    <>
      {props.cards.map((card, index) => (
        <Fragment key={card.element.key ?? index}>{card.element}</Fragment>
      ))}
    </>
  );
}
