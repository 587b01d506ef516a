import { ButtonIcon, SearchField, Switch } from '@backstage/ui';
import { RiArrowDownLine, RiArrowUpLine } from '@remixicon/react';
import { LogSearch } from './useLogSearch';
import styles from './LogPanel.module.css';

/** Where one types what is looked for; Enter goes to the next line that has it, with Shift to the one before. */
export function LogSearchBar(props: {
  search: LogSearch;
  wrap: boolean;
  onWrap: (wrap: boolean) => void;
}) {
  const { search, wrap, onWrap } = props;
  const onKeyDown = (event: { key: string; shiftKey: boolean }) => {
    if (event.key === 'Enter') {
      search.step(event.shiftKey ? -1 : 1);
    }
  };
  const nothing = search.found.length === 0;
  return (
    <div className={styles.tools} role="search" aria-label="In the log">
      <SearchField
        className={styles.wide}
        size="small"
        aria-label="Search in the log"
        placeholder="Search in the log"
        value={search.text}
        onChange={search.setText}
        onKeyDown={onKeyDown}
      />
      <ButtonIcon
        size="small"
        variant="secondary"
        aria-label="Previous match"
        icon={<RiArrowUpLine />}
        isDisabled={nothing}
        onPress={() => search.step(-1)}
      />
      <ButtonIcon
        size="small"
        variant="secondary"
        aria-label="Next match"
        icon={<RiArrowDownLine />}
        isDisabled={nothing}
        onPress={() => search.step(1)}
      />
      <div className={styles.switches}>
        <Switch
          label="Only matches"
          isSelected={search.only}
          onChange={search.setOnly}
        />
        <Switch label="Wrap lines" isSelected={wrap} onChange={onWrap} />
      </div>
      <span className={styles.found} role="status">
        {search.needle && foundSentence(search)}
      </span>
    </div>
  );
}

function foundSentence({ found, at, text }: LogSearch): string {
  const of = found.length.toLocaleString();
  if (found.length === 0) {
    return `No line contains “${text.trim()}”.`;
  }
  if (at !== undefined) {
    return `Match ${(at + 1).toLocaleString()} of ${of}.`;
  }
  return found.length === 1
    ? `1 line contains “${text.trim()}”.`
    : `${of} lines contain “${text.trim()}”.`;
}
