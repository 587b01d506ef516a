import { useState } from 'react';
import { Button, SearchField, Select, Switch } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { PodSummary } from '@millrace/backstage-plugin-data-platform-common';
import { ViewProblem } from '@millrace/backstage-plugin-data-platform-react';
import { LogView } from './LogView';
import { emptyLog, logSentence } from './logSentence';
import { useLog } from './useLog';
import { useLogDownload } from './useLogDownload';
import styles from './LogPanel.module.css';

const TAILS = [200, 1_000, 5_000];

/** Picks a container and reads its log: follow, previous, tail, search, download. */
export function LogReader(props: {
  resourceId: string;
  pods: readonly PodSummary[];
  pod: PodSummary;
  onPod: (name: string) => void;
}) {
  const { resourceId, pods, pod, onPod } = props;
  const containers = pod.containers ?? [];
  const [picked, setPicked] = useState<string>();
  const container = containers.find(name => name === picked) ?? containers[0];
  const running = pod.phase === 'Running';
  const [wantFollow, setFollow] = useState(true);
  const [previous, setPrevious] = useState(false);
  const [tailLines, setTail] = useState(1_000);
  const [search, setSearch] = useState('');
  const follow = wantFollow && running && !previous;
  const query = { pod: pod.name, container, follow, previous, tailLines };
  const log = useLog(resourceId, query);
  const download = useLogDownload(resourceId, query);

  return (
    <div className={styles.panel}>
      <div className={styles.tools}>
        <Select
          className={styles.wide}
          label="Pod"
          selectedKey={pod.name}
          onSelectionChange={key => onPod(String(key))}
          options={pods.map(({ name, role }) => ({
            id: name,
            label: `${role} · ${name}`,
          }))}
        />
        {containers.length > 1 && (
          <Select
            label="Container"
            selectedKey={container}
            onSelectionChange={key => setPicked(String(key))}
            options={containers.map(name => ({ id: name, label: name }))}
          />
        )}
        <Select
          label="Lines"
          selectedKey={String(tailLines)}
          onSelectionChange={key => setTail(Number(key))}
          options={TAILS.map(tail => ({
            id: String(tail),
            label: `last ${tail.toLocaleString()}`,
          }))}
        />
        <SearchField
          className={styles.wide}
          size="small"
          aria-label="Search in the log"
          placeholder="Search in the log"
          value={search}
          onChange={setSearch}
        />
      </div>
      <div className={styles.tools}>
        <div className={styles.switches}>
          <Switch
            label="Follow"
            isSelected={follow}
            isDisabled={!running || previous}
            onChange={setFollow}
          />
          <Switch
            label="Previous container"
            isSelected={previous}
            onChange={setPrevious}
          />
        </div>
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiDownloadLine />}
          isPending={download.busy}
          onPress={download.start}
        >
          Download
        </Button>
        <span className={styles.note} role="status">
          {download.error?.message ?? logSentence(log, running)}
        </span>
      </div>
      {log.phase === 'failed' && log.error && (
        <ViewProblem
          error={log.error}
          subject={`the log of ${pod.name}`}
          onRetry={log.reload}
        />
      )}
      {(log.phase !== 'failed' || log.lines.length > 0) && (
        <LogView
          lines={log.lines}
          search={search}
          label={`Log of ${pod.name}`}
          stick={log.phase === 'following'}
          empty={emptyLog(log, running)}
        />
      )}
    </div>
  );
}
