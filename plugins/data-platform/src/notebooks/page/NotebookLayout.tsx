import { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { EntityLayout } from '@millrace/backstage-plugin-data-platform-react/entityLayout';
import { ActivityCard } from '../../activity/ActivityCard';
import { NotebookDetailsCard } from './NotebookDetailsCard';
import { NotebookOperatorNotice } from './NotebookOperatorNotice';
import { NotebookUseCard } from './NotebookUseCard';
import { NotebookVerdict } from './NotebookVerdict';

/** The page of a notebook server: its verdict across the page, then what it holds and what happened. */
export function NotebookLayout(props: EntityContentLayoutProps) {
  return (
    <EntityLayout
      cards={props.cards}
      banner={
        <>
          <NotebookOperatorNotice />
          <NotebookVerdict />
        </>
      }
      lead={<NotebookDetailsCard />}
      infoLead={<NotebookUseCard />}
      infoLast={<ActivityCard />}
    />
  );
}
