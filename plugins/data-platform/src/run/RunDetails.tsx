import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { useState } from 'react';
import {
  OperationBar,
  VerdictBanner,
} from '@millrace/backstage-plugin-data-platform-react';
import { DeleteNotebookButton } from '../notebooks/DeleteNotebookButton';
import { notebookAction } from '../notebooks/notebookActions';
import { LogPanel } from '../log/LogPanel';
import { EventTable } from './EventTable';
import { PodTable } from './PodTable';
import { RunBranchLink } from './RunBranchLink';
import { RunDefinition } from './RunDefinition';
import { RunOverview } from './RunOverview';
import { RunSubject } from './RunSubject';
import { SparkNumbersPanel } from './SparkNumbersPanel';
import styles from './RunDetails.module.css';

/** All that is known of one run, in tabs under its verdict. */
export function RunDetails(props: { subject: RunSubject }) {
  const { subject } = props;
  const [logPod, setLogPod] = useState<string>();
  const [tab, setTab] = useState('overview');
  const showLog = (pod: string) => {
    setLogPod(pod);
    setTab('logs');
  };
  return (
    <>
      <div className={styles.head}>
        <VerdictBanner
          plain
          assessment={subject.assessment}
          stale={subject.stale}
          details={
            <span>
              {subject.kind} in {subject.place}
              {subject.branch && (
                <>
                  {' · on data branch '}
                  <RunBranchLink branch={subject.branch} />
                </>
              )}
              {subject.expired && ' · no longer on the cluster'}
            </span>
          }
        />
        <SubjectActions subject={subject} />
      </div>
      <Tabs selectedKey={tab} onSelectionChange={key => setTab(String(key))}>
        <TabList className={styles.tabs}>
          <Tab id="overview">Overview</Tab>
          <Tab id="pods">{`Pods (${subject.pods.length})`}</Tab>
          <Tab id="events">
            {subject.events ? `Events (${subject.events.length})` : 'Events'}
          </Tab>
          <Tab id="logs">Logs</Tab>
          <Tab id="manifest">Manifest</Tab>
        </TabList>
        <TabPanel id="overview" className={styles.panel}>
          <RunOverview subject={subject}>
            <SparkNumbersPanel
              numbers={subject.spark}
              running={subject.current && !subject.finishedAt}
            />
          </RunOverview>
        </TabPanel>
        <TabPanel id="pods" className={styles.panel}>
          <PodTable pods={subject.pods} onShowLog={showLog} />
        </TabPanel>
        <TabPanel id="events" className={styles.panel}>
          <EventTable events={subject.events} />
        </TabPanel>
        <TabPanel id="logs" className={styles.panel}>
          <LogPanel
            key={logPod}
            resourceId={subject.current ? subject.resourceId : undefined}
            pods={subject.pods}
            initialPod={logPod}
            kept={subject.logTail}
            keptTruncated={subject.logTailTruncated}
            keptMissing={subject.logTailMissing ?? whyNotKept(subject)}
          />
        </TabPanel>
        <TabPanel id="manifest" className={styles.panel}>
          <RunDefinition subject={subject} />
        </TabPanel>
      </Tabs>
    </>
  );
}

function whyNotKept({ assessment }: RunSubject): string | undefined {
  return assessment.outcome === 'succeeded'
    ? 'The run succeeded, and the portal keeps the last lines of failed runs only.'
    : undefined;
}

function SubjectActions(props: { subject: RunSubject }) {
  const { name, resourceId, entityRef, operations } = props.subject;
  // It asks for more than a yes.
  const remove = notebookAction(props.subject, 'notebook:delete');
  return (
    <OperationBar
      operations={operations.filter(({ id }) => id !== remove?.id)}
      subject={{ title: name, resourceId }}
    >
      {remove && resourceId && (
        <DeleteNotebookButton
          availability={remove}
          resourceId={resourceId}
          title={name}
          entityRef={entityRef}
        />
      )}
    </OperationBar>
  );
}
