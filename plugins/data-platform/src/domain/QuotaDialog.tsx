import { useState } from 'react';
import { Skeleton } from '@backstage/ui';
import { DomainDetail } from '@millrace/backstage-plugin-data-platform-common';
import {
  FormDialog,
  formStyles as styles,
  TextInput,
  usePresets,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { CardChoice } from '../fields/CardChoice';
import { quotaLabel } from '../fields/quotaLabel';
import { QuotaNumbers } from '../fields/QuotaNumbers';
import { quotaProblems } from './quotaProblems';

const OWN = 'own';
/** What people limit; the preset that was chosen last gives the rest. */
const RESOURCES = ['requests.cpu', 'requests.memory', 'limits.memory', 'pods'];

/** Changes how much a domain may use: a preset, or numbers of one's own. */
export function QuotaDialog(props: {
  entityRef: string;
  title: string;
  /** As it is now. */
  domain: Pick<DomainDetail, 'quota' | 'problems'>;
  onClose: () => void;
}) {
  const { entityRef, title, domain, onClose } = props;
  const presets = usePresets();
  const [choice, setChoice] = useState<string>();
  const [hard, setHard] = useState<Record<string, string>>({});
  const own = choice === OWN;
  const given = Object.fromEntries(
    Object.entries(hard).filter(([, amount]) => amount.trim() !== ''),
  );
  const complete = own ? Object.keys(given).length > 0 : !!choice;
  return (
    <FormDialog
      title={`Quota of ${title}`}
      submit="Change the quota"
      fields={['preset', ...RESOURCES.map(name => `hard.${name}`)]}
      problems={own ? quotaProblems(given) : []}
      request={
        complete
          ? {
              operation: 'domain:set-quota',
              entityRef,
              input: own ? { hard: given } : { preset: choice },
            }
          : undefined
      }
      emptyHint="Nothing changes yet. What a change would do is shown here."
      onClose={onClose}
    >
      {!presets.value && presets.error && (
        <ViewProblem
          error={presets.error}
          subject="the quotas"
          onRetry={presets.refresh}
        />
      )}
      {!presets.value && !presets.error && (
        <Skeleton
          width="100%"
          height={160}
          role="status"
          aria-label="Loading the quotas"
        />
      )}
      {presets.value && (
        <CardChoice
          label="What all jobs of the domain may use"
          value={choice}
          onChange={setChoice}
          options={[
            ...presets.value.quotas.map(preset => ({
              id: preset.id,
              title: preset.title,
              body: <QuotaNumbers preset={preset} />,
            })),
            {
              id: OWN,
              title: 'Numbers of your own',
              body: (
                <span className={styles.quiet}>
                  Leave empty what is to stay as it is.
                </span>
              ),
            },
          ]}
        />
      )}
      {own && (
        <div className={styles.row}>
          {RESOURCES.map(name => (
            <TextInput
              key={name}
              field={`hard.${name}`}
              label={quotaLabel(name)}
              description={hardNow(name, domain)}
              placeholder="as it is"
              value={hard[name] ?? ''}
              onChange={amount => setHard({ ...hard, [name]: amount })}
            />
          ))}
        </div>
      )}
    </FormDialog>
  );
}

/** What the quota has of a resource now, in words; where namespaces differ, each amount. */
function hardNow(
  resource: string,
  { quota, problems = [] }: Pick<DomainDetail, 'quota' | 'problems'>,
): string {
  const amounts = quota
    .filter(line => line.resource === resource)
    .map(({ hard }) => hard);
  if (amounts.length > 0) {
    return `Now ${[...new Set(amounts)].join(' or ')}`;
  }
  return problems.some(({ part }) => part === 'quota')
    ? 'Not known now'
    : 'No limit now';
}
