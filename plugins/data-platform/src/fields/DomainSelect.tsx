import { useEffect } from 'react';
import { Alert, Select, Skeleton } from '@backstage/ui';
import {
  refTitle,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { DomainChoice, useDomainChoices } from './useDomainChoices';

/** Chooses a data domain; those that the person may create in come first. */
export function DomainSelect(props: {
  value: string | undefined;
  onChange: (ref: string | undefined) => void;
  label: string;
  description?: string;
  errors?: readonly string[];
  required?: boolean;
  disabled?: boolean;
}) {
  const { value, onChange, errors = [] } = props;
  const { choices, error, reload } = useDomainChoices();
  const mine = choices?.filter(choice => choice.mine) ?? [];
  const others = choices?.filter(choice => !choice.mine) ?? [];
  const only = mine.length === 1 ? mine[0].ref : undefined;
  useEffect(() => {
    if (only && !value) {
      onChange(only);
    }
  }, [only, value, onChange]);

  if (!choices) {
    return error ? (
      <ViewProblem error={error} subject="the data domains" onRetry={reload} />
    ) : (
      <Skeleton
        width="100%"
        height={56}
        role="status"
        aria-label="Loading the domains"
      />
    );
  }
  if (choices.length === 0) {
    return (
      <Alert
        status="warning"
        icon
        title="There is no data domain yet."
        description="Create one with the template New data domain first."
      />
    );
  }
  const sections = [
    { title: 'Your domains', options: mine.map(optionOf) },
    {
      title: 'Others, where you may have no role',
      options: others.map(optionOf),
    },
  ].filter(section => section.options.length > 0);
  return (
    <Select
      label={props.label}
      description={errors.join(' ') || props.description}
      isRequired={props.required}
      isInvalid={errors.length > 0}
      isDisabled={props.disabled}
      placeholder="Choose a domain"
      search={
        choices.length > 8 ? { placeholder: 'Search domains' } : undefined
      }
      selectedKey={value ?? null}
      onSelectionChange={key => onChange(key ? String(key) : undefined)}
      options={sections.length > 1 ? sections : sections[0].options}
    />
  );
}

function optionOf(choice: DomainChoice) {
  return {
    id: choice.ref,
    label: choice.title,
    description: choice.owner && `owned by ${refTitle(choice.owner)}`,
  };
}
