import { Button, SearchField, Select, Switch } from '@backstage/ui';
import {
  refTitle,
  useTypedText,
} from '@millrace/backstage-plugin-data-platform-react';
import { useDomainRefs } from '../../overview/useDomainRefs';
import { NOTEBOOK_STATES, notebookStateOf } from '../notebookState';
import {
  ALL_NOTEBOOKS,
  narrowsNotebooks,
  NotebookFilter,
} from './NotebookFilter';
import barStyles from '../../overview/ResourceFilterBar.module.css';

const ANY = '*';
/** From more on, one types to find. */
const LONG_LIST = 8;

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
  const refs = [
    ...new Set([...owners, ...(filter.owner ? [filter.owner] : [])]),
  ];
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
      <Choose
        label="State"
        any="All states"
        value={filter.state}
        choices={Object.entries(NOTEBOOK_STATES)}
        onChange={state => onChange({ state: notebookStateOf(state) })}
      />
      {!inDomain && (
        <DomainChoose
          value={filter.domain}
          onChange={domain => onChange({ domain })}
        />
      )}
      <Choose
        label="Owner"
        any="All owners"
        value={filter.owner}
        choices={refs.sort().map(ref => [ref, refTitle(ref)])}
        onChange={owner => onChange({ owner })}
      />
      <Select
        className={barStyles.choice}
        aria-label="Order"
        selectedKey={filter.sort}
        onSelectionChange={key =>
          onChange({ sort: String(key) as NotebookFilter['sort'] })
        }
        options={Object.entries(SORTS).map(([id, label]) => ({ id, label }))}
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

function DomainChoose(props: {
  value: string | undefined;
  onChange: (domain: string | undefined) => void;
}) {
  const domains = useDomainRefs();
  const known = !props.value || domains.includes(props.value);
  const refs = known ? domains : [...domains, props.value!];
  return (
    <Choose
      label="Domain"
      any="All domains"
      value={props.value}
      choices={refs.map(ref => [ref, refTitle(ref)])}
      onChange={props.onChange}
    />
  );
}

function Choose(props: {
  label: string;
  any: string;
  value: string | undefined;
  choices: [id: string, label: string][];
  onChange: (value: string | undefined) => void;
}) {
  const { label, any, value, choices, onChange } = props;
  return (
    <Select
      className={barStyles.choice}
      aria-label={label}
      search={
        choices.length > LONG_LIST ? { placeholder: 'Search' } : undefined
      }
      selectedKey={value ?? ANY}
      onSelectionChange={key =>
        onChange(key === ANY || key === null ? undefined : String(key))
      }
      options={[
        { id: ANY, label: any },
        ...choices.map(([id, text]) => ({ id, label: text })),
      ]}
    />
  );
}
