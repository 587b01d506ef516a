import { useMemo, useState } from 'react';
import { Button } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { LogLine } from './LogBuffer';
import { LogSearchBar } from './LogSearchBar';
import { LogView } from './LogView';
import { saveText } from './saveText';
import { useLogSearch } from './useLogSearch';
import styles from './LogPanel.module.css';

/** The last lines of a failed driver, as the portal kept them. */
export function KeptLog(props: {
  text: string;
  truncated?: boolean;
  /** For the name of the file. */
  name: string;
}) {
  const { text, truncated, name } = props;
  const lines = useMemo<LogLine[]>(
    () =>
      text
        .trimEnd()
        .split('\n')
        .map((line, index) => ({ number: index + 1, text: line })),
    [text],
  );
  const search = useLogSearch(lines);
  const [wrap, setWrap] = useState(false);
  return (
    <div className={styles.panel}>
      <div className={styles.tools}>
        <p className={styles.note}>
          The last {lines.length.toLocaleString()} lines of the driver, kept by
          the portal when the run failed. Secrets are masked.
          {truncated && ' The lines before them were too long to keep.'}
        </p>
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiDownloadLine />}
          onPress={() => saveText([text], `${name}-last-lines.log`)}
        >
          Download
        </Button>
      </div>
      <LogSearchBar search={search} wrap={wrap} onWrap={setWrap} />
      <LogView search={search} wrap={wrap} label="Kept log of the driver" />
    </div>
  );
}
