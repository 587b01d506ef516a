import { useState } from 'react';
import {
  FormDialog,
  formStyles as styles,
  TextInput,
} from '@millrace/backstage-plugin-data-platform-react';
import { limitProblems } from './limitProblems';

/** What of containers can be limited, as the operation names it. */
const GROUPS = [
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
  onClose: () => void;
}) {
  const { entityRef, title, onClose } = props;
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
      onClose={onClose}
    >
      <p className={styles.quiet}>
        Leave empty what is to stay as it is. What runs already is not touched.
      </p>
      {GROUPS.map(group => (
        <fieldset key={group.title} className={styles.group}>
          <legend className={styles.legend}>{group.title}</legend>
          <div className={styles.row}>
            {group.fields.map(({ id, label }) => (
              <TextInput
                key={id}
                field={`limits.${id}`}
                label={label}
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
