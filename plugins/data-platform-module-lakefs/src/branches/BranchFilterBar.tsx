import { Button, SearchField } from '@backstage/ui';
import {
  FilterSelect,
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
      <FilterSelect
        label="Verdict"
        any="All verdicts"
        value={filter.reason}
        choices={reasonChoices(reasons, filter.reason)}
        onChange={reason => onChange({ reason })}
      />
      <FilterSelect
        label="Owner"
        any="All owners"
        value={filter.owner}
        choices={[
          { id: MINE, label: 'Mine' },
          ...[...owners].sort().map(ref => ({ id: ref, label: refTitle(ref) })),
        ]}
        onChange={owner => onChange({ owner })}
      />
      <FilterSelect
        label="Expiry"
        any="Any expiry"
        value={filter.expires}
        choices={[
          { id: 'over', label: 'Expired' },
          { id: 'day', label: 'Within a day' },
          { id: 'week', label: 'Within a week' },
        ]}
        onChange={expires =>
          onChange({ expires: expires as Expires | undefined })
        }
      />
      <FilterSelect
        label="Protection"
        any="Protected or not"
        value={filter.protected}
        choices={[
          { id: 'yes', label: 'Protected' },
          { id: 'no', label: 'Not protected' },
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
