import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  agoFrom,
  demoApi,
  notebookDetailFixture,
  resourceDetailFixture,
  resourceFixtures,
  runDetailFixture,
  runFixtures,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { axeViolations } from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { renderScreen } from '../__testUtils__/renderScreen';
import { RunDrawer } from './RunDrawer';
import { subjectOf } from './RunSubject';

const ago = agoFrom(Date.now());
const runs = runFixtures(ago);
const tab = (name: RegExp | string) =>
  userEvent.click(screen.getByRole('tab', { name }));

function open(runId: string, api = demoApi()) {
  return renderScreen(<RunDrawer runId={runId} onClose={jest.fn()} />, { api });
}

describe('RunDrawer', () => {
  it('tells what happened, with executors, figures and links', async () => {
    const { baseElement } = open('run-0');
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText('Image pulled')).toBeVisible();
    expect(dialog).toHaveTextContent(
      '1 of 3 executors running, 1 waiting, 1 failed',
    );
    expect(dialog).toHaveTextContent('CPU asked7');
    expect(screen.getByRole('link', { name: /Spark UI/ })).toHaveAttribute(
      'rel',
      expect.stringContaining('noopener'),
    );
    expect(await axeViolations(baseElement)).toEqual([]);
  });

  it('lists pods with their reasons, and leads to their logs', async () => {
    const { baseElement } = open('run-0');
    await screen.findByRole('dialog');
    await tab(/Pods/);
    expect(screen.getByText('OOMKilled, exit code 137')).toBeVisible();
    expect(screen.getByText('Unschedulable')).toBeVisible();
    expect(await axeViolations(baseElement)).toEqual([]);
    await userEvent.click(
      screen.getByRole('button', { name: 'Log of orders-daily-1718-exec-3' }),
    );
    expect(
      await screen.findByRole('log', {
        name: 'Log of orders-daily-1718-exec-3',
      }),
    ).toBeVisible();
  });

  it('lists events, newest first', async () => {
    open('run-0');
    await screen.findByRole('dialog');
    await tab(/Events/);
    const rows = within(screen.getByRole('tabpanel')).getAllByRole('row');
    expect(rows[1]).toHaveTextContent('FailedScheduling');
    expect(rows[1]).toHaveTextContent('4');
  });

  it('shows the definition that the run had, and reads the object on demand', async () => {
    const { api } = open('run-0');
    await screen.findByRole('dialog');
    await tab('Manifest');
    expect(
      screen.getByText('This run has the definition that the job has now'),
    ).toBeVisible();
    const manifest = jest.spyOn(api, 'manifest');
    await userEvent.click(
      screen.getByRole('button', { name: 'Read from the cluster' }),
    );
    expect(
      await screen.findByRole('region', { name: 'Object on the cluster' }),
    ).toBeVisible();
    expect(manifest).toHaveBeenCalledTimes(1);
  });

  it('shows what the history kept when the object is gone', async () => {
    open('run-8');
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('no longer on the cluster');
    expect(screen.queryByRole('group', { name: 'Operations' })).toBeNull();
    await tab('Events');
    expect(
      screen.getByText('The events are gone with the object.'),
    ).toBeVisible();
    await tab('Logs');
    expect(await screen.findByText(/kept by the portal/)).toBeVisible();
    expect(screen.getByText(/Lost executor 3/)).toBeVisible();
    await tab('Manifest');
    expect(
      screen.getByText('The definition of the job has changed since this run'),
    ).toBeVisible();
  });

  it('says so when there is no such run', async () => {
    const api = demoApi();
    delete api.views.run;
    open('nope', api);
    expect(await screen.findByText('Could not load this run.')).toBeVisible();
  });

  it('tells of a live object on which branch its run is', async () => {
    const api = demoApi();
    const detail = resourceDetailFixture(ago, resourceFixtures(ago)[0]);
    api.views.resource = { ...detail, runId: runs[0].id };
    api.views.run = runDetailFixture(ago, {
      ...runs[0],
      branch: {
        ...{ source: 'lake', repository: 'sales-lake', branch: 'fix' },
        entityRef: 'resource:default/sales-lake',
      },
    });
    renderScreen(<RunDrawer resourceId={detail.id} onClose={jest.fn()} />, {
      api,
    });
    expect(await screen.findByText('fix of sales-lake')).toBeVisible();
    expect(api.reads.map(({ name }) => name)).toContain('run');
  });

  it('closes with Escape', async () => {
    const onClose = jest.fn();
    renderScreen(<RunDrawer runId="run-0" onClose={onClose} />);
    await screen.findByRole('dialog');
    await userEvent.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalled();
  });
});

describe('RunDrawer of a notebook server', () => {
  const { detail, ...notebook } = notebookDetailFixture(ago);
  const show = (api = demoApi()) => {
    api.views.resource = detail;
    return renderScreen(
      <RunDrawer resourceId={detail.id} onClose={jest.fn()} />,
      { api },
    );
  };
  const press = async () =>
    userEvent.click(await screen.findByRole('button', { name: 'Delete…' }));

  it('asks about its volumes before it is deleted, as its page does', async () => {
    const { api } = show();
    await press();
    await userEvent.click(
      await screen.findByRole('radio', { name: /Delete them/ }),
    );
    await waitFor(() =>
      expect(api.planned.at(-1)).toEqual({
        operation: 'notebook:delete',
        resourceId: detail.id,
        input: { volumes: 'delete' },
      }),
    );
  });

  it('asks as well where the volumes are not known', async () => {
    const api = demoApi();
    delete api.views.notebook;
    show(api);
    await press();
    expect(
      await screen.findByRole('radio', { name: /Keep them/ }),
    ).toBeChecked();
  });

  it('says so where there are none', async () => {
    const api = demoApi();
    api.views.notebook = { ...notebook, detail, volumes: [] };
    show(api);
    await press();
    expect(await screen.findByText('It has no volumes.')).toBeVisible();
  });
});

describe('subjectOf', () => {
  const resource = resourceDetailFixture(ago, resourceFixtures(ago)[0]);
  const run = runDetailFixture(ago, runs[0]);

  it('knows nothing of nothing', () => {
    expect(subjectOf(undefined, undefined)).toBeUndefined();
  });

  it('takes the live object for the run that it is about', () => {
    const subject = subjectOf(run, resource)!;
    expect(subject.moments).toBe(resource.timeline);
    expect(subject.events).toBe(resource.events);
    expect(subject.definitionIsCurrent).toBe(true);
  });

  it('has the pods that the history alone remembers, as those that are gone', () => {
    const [driver, executor] = resource.pods;
    const known = subjectOf(
      { ...run, pods: [driver, executor] },
      { ...resource, pods: [driver] },
    )!;
    expect(known.pods).toEqual([driver, { ...executor, gone: true }]);
  });

  it('does not take a later attempt of the same object for this run', () => {
    const later = { ...resource, runId: 'another' };
    const subject = subjectOf(run, later)!;
    expect(subject.assessment).toBe(run.assessment);
    expect(subject.events).toBeUndefined();
    // Its pods have the names of the earlier ones, and other logs.
    expect(subject.current).toBe(false);
    expect(subject.moments.at(-1)).toMatchObject({ state: 'failed' });
  });

  it('adds to the live verdict what the history quotes of the log, and Spark told last', () => {
    const quote = {
      kind: 'log' as const,
      subject: 'last lines of the driver',
      message: 'ValueError: no rows',
    };
    const evidence = [...(run.assessment.evidence ?? []), quote];
    const spark = {
      at: ago(4),
      from: 'driver' as const,
      stages: { active: 0, complete: 3, pending: 0, failed: 1 },
      tasks: { active: 0, complete: 10, failed: 1, total: 11 },
    };
    const kept = {
      ...run,
      assessment: { ...run.assessment, evidence },
      spark,
      logTailMissing: 'Gone.',
    };
    const subject = subjectOf(kept, resource)!;
    expect(subject.current).toBe(true);
    expect(subject.assessment.message).toBe(resource.assessment.message);
    expect(subject.assessment.evidence?.at(-1)).toEqual(quote);
    expect(subject.spark).toBe(spark);
    expect(subject.logTailMissing).toBe('Gone.');
  });

  it('shows an object that has no history yet', () => {
    const subject = subjectOf(undefined, resource)!;
    expect(subject.resourceId).toBe(resource.id);
    expect(subject.place).toBe('sales on eu-1');
  });

  it('takes a cluster-scoped object without a namespace', () => {
    const bare = { ...resource, namespace: undefined };
    expect(subjectOf(undefined, bare)!.place).toBe('eu-1');
  });
});
