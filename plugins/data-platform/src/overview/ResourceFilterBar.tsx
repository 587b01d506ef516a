import { Button, SearchField } from '@backstage/ui';
import { Source } from '@millrace/backstage-plugin-data-platform-common';
import {
  FilterChoice,
  FilterSelect,
  useTypedText,
} from '@millrace/backstage-plugin-data-platform-react';
import { DomainFilter } from './DomainFilter';
import { kindTitleOf } from './kindTitle';
import { narrows, ResourceFilter } from './ResourceFilter';
import styles from './ResourceFilterBar.module.css';

/** Text, cluster, kind and domain. */
export function ResourceFilterBar(props: {
  filter: ResourceFilter;
  onChange: (patch: Partial<ResourceFilter>) => void;
  sources: readonly Source[];
}) {
  const { filter, onChange, sources } = props;
  const [text, setText] = useTypedText(filter.text, next =>
    onChange({ text: next }),
  );

  return (
    <div className={styles.bar} role="search" aria-label="Filter what runs">
      <SearchField
        className={styles.text}
        size="small"
        aria-label="Search by name, namespace, entity or verdict"
        placeholder="Name, namespace, entity or verdict"
        value={text}
        onChange={setText}
      />
      <FilterSelect
        label="Cluster"
        any="All clusters"
        value={filter.cluster}
        choices={sources.map(({ name, title }) => ({
          id: name,
          label: title ?? name,
        }))}
        onChange={cluster => onChange({ cluster })}
      />
      <FilterSelect
        label="Kind"
        any="All kinds"
        value={filter.kind}
        choices={kindsOf(sources)}
        onChange={kind => onChange({ kind })}
      />
      <DomainFilter
        value={filter.domain}
        onChange={domain => onChange({ domain })}
      />
      {narrows(filter) && (
        <Button
          size="small"
          variant="tertiary"
          onPress={() =>
            onChange({
              health: [],
              cluster: undefined,
              kind: undefined,
              domain: undefined,
              text: undefined,
            })
          }
        >
          Clear filters
        </Button>
      )}
    </div>
  );
}

function kindsOf(sources: readonly Source[]): FilterChoice[] {
  const titleOf = kindTitleOf(sources);
  const kinds = new Map<string, string>();
  for (const source of sources) {
    for (const { kind, group, state } of source.kinds) {
      if (state !== 'dormant') {
        kinds.set(`${kind}.${group}`, titleOf(kind, group));
      }
    }
  }
  return [...kinds]
    .map(([id, label]) => ({ id, label }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
