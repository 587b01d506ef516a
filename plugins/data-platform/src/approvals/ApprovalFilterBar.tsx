import { Button, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { ApprovalState } from '@millrace/backstage-plugin-data-platform-common';
import {
  APPROVAL_LOOK,
  FilterSelect,
  refTitle,
} from '@millrace/backstage-plugin-data-platform-react';
import {
  APPROVAL_ROLES,
  ApprovalFilter,
  approvalFilterOf,
  ApprovalRole,
} from './ApprovalFilter';
import styles from './approvals.module.css';

/** Whose requests, in which state, and the entity that a link asked for. */
export function ApprovalFilterBar(props: {
  filter: ApprovalFilter;
  /** How many wait for the person; undefined while that is not known. */
  toReview: number | undefined;
  onChange: (filter: ApprovalFilter) => void;
}) {
  const { filter, toReview, onChange } = props;
  const toRole = (role: ApprovalRole) =>
    // Each begins with what is usual for it, on its first page.
    onChange({
      ...approvalFilterOf(new URLSearchParams({ role })),
      entity: filter.entity,
      pageSize: filter.pageSize,
    });
  return (
    <div className={styles.bar} role="search" aria-label="Filter the requests">
      <ToggleButtonGroup
        aria-label="Whose requests"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[filter.role]}
        onSelectionChange={keys => {
          const [role] = [...keys];
          if (role) toRole(role as ApprovalRole);
        }}
      >
        {APPROVAL_ROLES.map(({ id, word }) => (
          <ToggleButton key={id} id={id} size="small">
            {id === 'toReview' && toReview ? `${word} (${toReview})` : word}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <FilterSelect
        label="State"
        any="All states"
        value={filter.state}
        choices={Object.entries(APPROVAL_LOOK).map(([id, { word }]) => ({
          id,
          label: word,
        }))}
        onChange={state =>
          onChange({
            ...filter,
            state: state as ApprovalState | undefined,
            page: 1,
          })
        }
      />
      {filter.entity && (
        <>
          <span className={styles.quiet}>
            About {refTitle(filter.entity)} alone
          </span>
          <Button
            size="small"
            variant="tertiary"
            onPress={() => onChange({ ...filter, entity: undefined, page: 1 })}
          >
            About everything
          </Button>
        </>
      )}
    </div>
  );
}
