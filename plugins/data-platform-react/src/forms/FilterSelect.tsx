import { Select } from '@backstage/ui';
import { refTitle } from '../format/refTitle';
import styles from './FilterSelect.module.css';

const ANY = '*';
/** From more on, one types to find. */
const LONG_LIST = 8;

/** Something to filter by. */
export interface FilterChoice {
  id: string;
  label: string;
}

/** Narrows a list to one of some values, or to none of them; in a bar of filters. */
export function FilterSelect(props: {
  label: string;
  /** Words for all of them; left out where one always holds, as of an order. */
  any?: string;
  /** Undefined: all of them. */
  value: string | undefined;
  choices: readonly FilterChoice[];
  onChange: (value: string | undefined) => void;
  /** What a value is called that is not among the choices; the title of an entity ref where nothing is said. */
  stray?: string;
  /** Its choices have long names. */
  wide?: boolean;
}) {
  const { label, any, value, choices, onChange, stray, wide } = props;
  // A link may name what is not here any more: it stays choosable, so it can be seen and undone.
  const known = value === undefined || choices.some(({ id }) => id === value);
  const strays = known ? [] : [{ id: value, label: stray ?? refTitle(value) }];
  return (
    <Select
      className={wide ? `${styles.choice} ${styles.wide}` : styles.choice}
      aria-label={label}
      search={
        choices.length > LONG_LIST ? { placeholder: 'Search' } : undefined
      }
      selectedKey={value ?? ANY}
      onSelectionChange={key =>
        onChange(key === ANY || key === null ? undefined : String(key))
      }
      options={[
        ...(any ? [{ id: ANY, label: any }] : []),
        ...choices,
        ...strays,
      ]}
    />
  );
}
