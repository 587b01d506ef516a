import { Button, SearchField, Switch } from '@backstage/ui';
import {
  FilterSelect,
  refTitle,
  useTypedText,
} from '@millrace/backstage-plugin-data-platform-react';
import { DomainFilter } from '../../overview/DomainFilter';
import { NOTEBOOK_STATES, notebookStateOf } from '../notebookState';
import {
  ALL_NOTEBOOKS,
  narrowsNotebooks,
  NotebookFilter,
} from './NotebookFilter';
import barStyles from '../../overview/ResourceFilterBar.module.css';

const SORTS: Readonly<Record<NotebookFilter['sort'], string>> = {
  idle: 'Longest idle first',
  gpu: 'Most GPUs first',
  cost: 'Dearest first',
  name: 'By name',
};

/** Text, state, domain, owner and order of the list of notebook servers. */
export function NotebookFilterBar(props: {
  filter: NotebookFilter;
  onChange: (patch: Partial<NotebookFilter>) => void;
  /** Owners on all pages of the list, as refs. */
  owners: readonly string[];
  /** The domain is given by the page. */
  inDomain?: boolean;
}) {
  const { filter, onChange, owners, inDomain } = props;
  const [text, setText] = useTypedText(filter.text, next =>
    onChange({ text: next }),
  );
  return (
    <div
      className={barStyles.bar}
      role="search"
      aria-label="Filter notebook servers"
    >
      <SearchField
        className={barStyles.text}
        size="small"
        aria-label="Search by name, owner, image or verdict"
        placeholder="Name, owner, image or verdict"
        value={text}
        onChange={setText}
      />
      <FilterSelect
        label="State"
        any="All states"
        value={filter.state}
        choices={Object.entries(NOTEBOOK_STATES).map(([id, label]) => ({
          id,
          label,
        }))}
        onChange={state => onChange({ state: notebookStateOf(state) })}
      />
      {!inDomain && (
        <DomainFilter
          value={filter.domain}
          onChange={domain => onChange({ domain })}
        />
      )}
      <FilterSelect
        label="Owner"
        any="All owners"
        value={filter.owner}
        choices={[...owners].sort().map(choiceOf)}
        onChange={owner => onChange({ owner })}
      />
      <FilterSelect
        label="Order"
        value={filter.sort}
        choices={Object.entries(SORTS).map(([id, label]) => ({ id, label }))}
        onChange={sort => onChange({ sort: sort as NotebookFilter['sort'] })}
      />
      <Switch
        label="Mine"
        isSelected={filter.mine}
        onChange={mine => onChange({ mine })}
      />
      {narrowsNotebooks(
        inDomain ? { ...filter, domain: undefined } : filter,
      ) && (
        <Button
          size="small"
          variant="tertiary"
          onPress={() =>
            onChange(
              inDomain
                ? { ...ALL_NOTEBOOKS, domain: filter.domain }
                : ALL_NOTEBOOKS,
            )
          }
        >
          Clear filters
        </Button>
      )}
    </div>
  );
}

function choiceOf(ref: string) {
  return { id: ref, label: refTitle(ref) };
}
