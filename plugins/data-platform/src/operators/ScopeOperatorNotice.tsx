import {
  ScopeQuery,
  useSources,
  useView,
} from '@millrace/backstage-plugin-data-platform-react';
import { OperatorBanner } from './OperatorBanner';
import { movesGroup, OperatorDown, operatorsDown } from './operatorsDown';

/** Enough to know which kinds a product or a domain has on a cluster. */
const ROWS = 200;

/** On the page of a product or a domain: operators that seem to be down where it has objects. */
export function ScopeOperatorNotice(props: { scope: ScopeQuery }) {
  const sources = useSources();
  const down = operatorsDown(sources.value?.items);
  // Asked only in the rare case that one is down; one list tells of all clusters.
  const page = useView<'resources'>(
    down.length > 0
      ? { name: 'resources', query: { ...props.scope, limit: ROWS } }
      : undefined,
  );
  const concerns = ({ source, operator }: OperatorDown) =>
    (page.value?.items ?? []).some(
      row => row.source === source && movesGroup(operator, row.group),
    );
  return <OperatorBanner down={down.filter(concerns)} />;
}
