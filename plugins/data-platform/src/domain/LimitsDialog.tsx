import { useState } from 'react';
import { Alert } from '@backstage/ui';
import { DomainDetail } from '@millrace/backstage-plugin-data-platform-common';
import {
  FormDialog,
  formStyles as styles,
  Sentence,
  TextInput,
} from '@millrace/backstage-plugin-data-platform-react';
import { LimitId, limitNow } from './limitNow';
import { limitProblems } from './limitProblems';

/** What of containers can be limited, as the operation names it. */
const GROUPS: readonly {
  title: string;
  fields: readonly { id: LimitId; label: string }[];
}[] = [
  {
    title: 'A container that says nothing asks for',
    fields: [
      { id: 'request.cpu', label: 'CPU' },
      { id: 'request.memory', label: 'Memory' },
    ],
  },
  {
    title: 'and gets at most',
    fields: [{ id: 'limit.memory', label: 'Memory limit' }],
  },
  {
    title: 'No container may have more than',
    fields: [
      { id: 'max.cpu', label: 'Most CPU' },
      { id: 'max.memory', label: 'Most memory' },
    ],
  },
];

/** Changes what containers of a domain get when they say nothing, and what none may exceed. */
export function LimitsDialog(props: {
  entityRef: string;
  title: string;
  /** As it is now. */
  domain: Pick<DomainDetail, 'limits' | 'namespaces' | 'problems'>;
  onClose: () => void;
}) {
  const { entityRef, title, domain, onClose } = props;
  const { limits: now = [], namespaces, problems = [] } = domain;
  const unread = problems.find(({ part }) => part === 'limits');
  const [limits, setLimits] = useState<Record<string, string>>({});
  const given = Object.fromEntries(
    Object.entries(limits).filter(([, amount]) => amount.trim() !== ''),
  );
  return (
    <FormDialog
      title={`Limits of ${title}`}
      submit="Change the limits"
      fields={[
        'limits',
        ...GROUPS.flatMap(({ fields }) =>
          fields.map(({ id }) => `limits.${id}`),
        ),
      ]}
      problems={limitProblems(given)}
      request={
        Object.keys(given).length > 0
          ? {
              operation: 'domain:set-limits',
              entityRef,
              input: { limits: given },
            }
          : undefined
      }
      emptyHint="Nothing changes yet. What a change would do is shown here."
      onClose={onClose}
    >
      <p className={styles.quiet}>
        Leave empty what is to stay as it is. What runs already is not touched.
      </p>
      {unread && (
        <Alert
          status="warning"
          icon
          title="The limits as they are now could not be read."
          description={<Sentence text={unread.message} />}
        />
      )}
      {GROUPS.map(group => (
        <fieldset key={group.title} className={styles.group}>
          <legend className={styles.legend}>{group.title}</legend>
          <div className={styles.row}>
            {group.fields.map(({ id, label }) => (
              <TextInput
                key={id}
                field={`limits.${id}`}
                label={label}
                description={
                  unread ? undefined : limitNow(id, now, namespaces.length)
                }
                placeholder="as it is"
                value={limits[id] ?? ''}
                onChange={amount => setLimits({ ...limits, [id]: amount })}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </FormDialog>
  );
}
