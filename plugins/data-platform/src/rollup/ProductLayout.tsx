import { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { EntityLayout } from '../layout/EntityLayout';
import { ProductCard } from './ProductCard';

/** The overview of a data product: its health first. */
export function ProductLayout(props: EntityContentLayoutProps) {
  return <EntityLayout cards={props.cards} lead={<ProductCard />} />;
}
