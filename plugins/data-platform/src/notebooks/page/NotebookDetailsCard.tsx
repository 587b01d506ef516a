import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { NotebookServerDetail } from '@millrace/backstage-plugin-data-platform-common';
import { EmptyState } from '@millrace/backstage-plugin-data-platform-react';
import { LogPanel } from '../../log/LogPanel';
import { EventTable } from '../../run/EventTable';
import { MomentList } from '../../run/MomentList';
import { PodTable } from '../../run/PodTable';
import { RunDefinition } from '../../run/RunDefinition';
import { subjectOf } from '../../run/RunSubject';
import { NotebookCard } from './NotebookCard';
import { VolumeTable } from './VolumeTable';
import styles from '../notebooks.module.css';

/** What happened, the volumes, the pod, warnings, the log that follows, and the object. */
export function NotebookDetailsCard() {
  return (
    <NotebookCard what="the details of this notebook server" height={240}>
      {notebook => <Details notebook={notebook} />}
    </NotebookCard>
  );
}

function Details(props: { notebook: NotebookServerDetail }) {
  const { detail, volumes } = props.notebook;
  const [tab, setTab] = useState('happened');
  const [logPod, setLogPod] = useState<string>();
  const showLog = (pod: string) => {
    setLogPod(pod);
    setTab('logs');
  };
  return (
    <Tabs selectedKey={tab} onSelectionChange={key => setTab(String(key))}>
      <TabList className={styles.tabs}>
        <Tab id="happened">What happened</Tab>
        <Tab id="volumes">{`Volumes (${volumes.length})`}</Tab>
        <Tab id="pods">{`Pods (${detail.pods.length})`}</Tab>
        <Tab id="events">{`Events (${detail.events.length})`}</Tab>
        <Tab id="logs">Logs</Tab>
        <Tab id="manifest">Manifest</Tab>
      </TabList>
      <TabPanel id="happened" className={styles.panel}>
        {detail.timeline.length > 0 ? (
          <MomentList moments={detail.timeline} />
        ) : (
          <EmptyState compact title="Nothing has happened yet." />
        )}
      </TabPanel>
      <TabPanel id="volumes" className={styles.panel}>
        <VolumeTable volumes={volumes} />
      </TabPanel>
      <TabPanel id="pods" className={styles.panel}>
        <PodTable pods={detail.pods} onShowLog={showLog} />
      </TabPanel>
      <TabPanel id="events" className={styles.panel}>
        <EventTable events={detail.events} />
      </TabPanel>
      <TabPanel id="logs" className={styles.panel}>
        <LogPanel
          key={logPod}
          resourceId={detail.id}
          pods={detail.pods}
          initialPod={logPod}
        />
      </TabPanel>
      <TabPanel id="manifest" className={styles.panel}>
        <RunDefinition subject={subjectOf(undefined, detail)!} />
      </TabPanel>
    </Tabs>
  );
}
