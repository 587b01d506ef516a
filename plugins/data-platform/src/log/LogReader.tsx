import { useState } from 'react';
import { Button, Select, Switch } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { PodSummary } from '@millrace/backstage-plugin-data-platform-common';
import { LogProblem } from './LogProblem';
import { LogSearchBar } from './LogSearchBar';
import { LogStoreLinks } from './LogStoreLinks';
import { LogView } from './LogView';
import { emptyLog, logSentence } from './logSentence';
import { PodSelect } from './PodSelect';
import { useLog } from './useLog';
import { useLogDownload } from './useLogDownload';
import { useLogSearch } from './useLogSearch';
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
  const [wrap, setWrap] = useState(false);
  const follow = wantFollow && running && !previous;
  const query = { pod: pod.name, container, follow, previous, tailLines };
  const log = useLog(resourceId, query);
  const search = useLogSearch(log.lines);
  const download = useLogDownload(resourceId, query);

  return (
    <div className={styles.panel}>
      <div className={styles.tools}>
        <PodSelect pods={pods} pod={pod} onPod={onPod} />
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
      <LogStoreLinks links={pod.links} pod={pod.name} />
      {log.phase === 'failed' && log.error && (
        <LogProblem error={log.error} pod={pod.name} onRetry={log.reload} />
      )}
      {(log.phase !== 'failed' || log.lines.length > 0) && (
        <>
          <LogSearchBar search={search} wrap={wrap} onWrap={setWrap} />
          <LogView
            search={search}
            wrap={wrap}
            label={`Log of ${pod.name}`}
            stick={log.phase === 'following'}
            empty={emptyLog(log, running)}
          />
        </>
      )}
    </div>
  );
}
