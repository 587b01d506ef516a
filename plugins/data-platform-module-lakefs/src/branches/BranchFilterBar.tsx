import { Button, SearchField, Select } from '@backstage/ui';
import {
  refTitle,
  useTypedText,
} from '@millrace/backstage-plugin-data-platform-react';
import {
  ALL_BRANCHES,
  BranchFilter,
  Expires,
  MINE,
  narrowsBranches,
} from './BranchFilter';
import { reasonChoices } from './reasonWords';
import styles from './branches.module.css';

const ANY = '*';

/** Text, owner, protection and expiry of the list of branches; their health is chosen by the counts. */
export function BranchFilterBar(props: {
  filter: BranchFilter;
  onChange: (patch: Partial<BranchFilter>) => void;
  /** Owners to choose from, as refs. */
  owners: readonly string[];
  /** How many there are of each reason. */
  reasons: Readonly<Record<string, number>>;
}) {
  const { filter, onChange, owners, reasons } = props;
  const [text, setText] = useTypedText(filter.text, next =>
    onChange({ text: next }),
  );
  const chosen = filter.owner && filter.owner !== MINE ? [filter.owner] : [];
  const refs = [...new Set([...owners, ...chosen])].sort();
  return (
    <div className={styles.bar} role="search" aria-label="Filter branches">
      <SearchField
        className={styles.text}
        size="small"
        aria-label="Search by name or purpose"
        placeholder="Name or purpose"
        value={text}
        onChange={setText}
      />
      <Choose
        label="Verdict"
        any="All verdicts"
        value={filter.reason}
        choices={reasonChoices(reasons, filter.reason)}
        onChange={reason => onChange({ reason })}
      />
      <Choose
        label="Owner"
        any="All owners"
        value={filter.owner}
        choices={[
          [MINE, 'Mine'],
          ...refs.map((ref): [string, string] => [ref, refTitle(ref)]),
        ]}
        onChange={owner => onChange({ owner })}
      />
      <Choose
        label="Expiry"
        any="Any expiry"
        value={filter.expires}
        choices={[
          ['over', 'Expired'],
          ['day', 'Within a day'],
          ['week', 'Within a week'],
        ]}
        onChange={expires =>
          onChange({ expires: expires as Expires | undefined })
        }
      />
      <Choose
        label="Protection"
        any="Protected or not"
        value={filter.protected}
        choices={[
          ['yes', 'Protected'],
          ['no', 'Not protected'],
        ]}
        onChange={chose =>
          onChange({ protected: chose as BranchFilter['protected'] })
        }
      />
      {narrowsBranches(filter) && (
        <Button
          size="small"
          variant="tertiary"
          onPress={() => onChange(ALL_BRANCHES)}
        >
          Clear filters
        </Button>
      )}
    </div>
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
      className={styles.choice}
      aria-label={label}
      selectedKey={value ?? ANY}
      onSelectionChange={key =>
        onChange(key === ANY || key === null ? undefined : String(key))
      }
      options={[
        { id: ANY, label: any },
        ...choices.map(([id, shown]) => ({ id, label: shown })),
      ]}
    />
  );
}
