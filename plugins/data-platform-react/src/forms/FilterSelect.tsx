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

/** Where there may be more choices than one reads at once: they are asked for as they are needed. */
export interface FilterFinder {
  /** The list was opened or closed. */
  onOpen: (open: boolean) => void;
  /** What is looked for. */
  text: string;
  onText: (text: string) => void;
  /** What can be looked for, where nothing is typed. */
  placeholder: string;
  loading: boolean;
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
  /** Given where the choices are only those that were found. */
  finder?: FilterFinder;
}) {
  const { label, any, value, choices, onChange, stray, wide, finder } = props;
  // A link may name what is not here any more: it stays choosable, so it can be seen and undone.
  const known = value === undefined || choices.some(({ id }) => id === value);
  const strays = known ? [] : [{ id: value, label: stray ?? refTitle(value) }];
  // What one looks for is neither all of them nor what is chosen already.
  const all = any ? [{ id: ANY, label: any }] : [];
  const options = finder?.text ? choices : [...all, ...choices, ...strays];
  return (
    <Select
      className={wide ? `${styles.choice} ${styles.wide}` : styles.choice}
      aria-label={label}
      search={searchOf(choices, finder)}
      loading={finder && { state: finder.loading ? 'filtering' : 'idle' }}
      onOpenChange={finder?.onOpen}
      selectedKey={value ?? ANY}
      onSelectionChange={key =>
        onChange(key === ANY || key === null ? undefined : String(key))
      }
      options={options}
    />
  );
}

function searchOf(choices: readonly FilterChoice[], finder?: FilterFinder) {
  if (finder) {
    return {
      mode: 'server' as const,
      inputValue: finder.text,
      onInputChange: finder.onText,
      placeholder: finder.placeholder,
    };
  }
  return choices.length > LONG_LIST ? { placeholder: 'Search' } : undefined;
}
