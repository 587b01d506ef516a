import {
  agoFrom,
  notebookFixture,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { hoursText, notebookFacts } from './notebookFacts';

const now = Date.parse('2026-11-22T10:00:00Z');
const ago = agoFrom(now);
const told = (
  server: Parameters<typeof notebookFacts>[0],
  options: Parameters<typeof notebookFacts>[2] = { currency: 'EUR' },
) =>
  Object.fromEntries(
    notebookFacts(server, now, options).map(({ label, value }) => [
      label,
      value,
    ]),
  );

describe('notebookFacts', () => {
  it('tells what a server holds, for how long and what it costs', () => {
    expect(told(notebookFixture(ago, 'idleGpu'))).toMatchObject({
      Image: 'JupyterLab with SciPy',
      Generation: 'Notebook',
      Owner: 'nils',
      'Idle for': '6 h',
      'GPUs held': '2 GPUs (NVIDIA)',
      CPU: '0.5',
      Memory: '2 GiB',
      'Used since the start': '5.0 core-hours, 20.0 GiB-hours, 20.0 GPU-hours',
      'Cost since the start': '€48.50',
      'Cost per hour': '€4.85',
    });
  });

  it('warns of a GPU that nobody uses, and of nothing else', () => {
    const idle = notebookFixture(ago, 'idleGpu');
    const warned = (server: typeof idle, idleAfterSeconds?: number) =>
      notebookFacts(server, now, { idleAfterSeconds })
        .filter(({ warning }) => warning)
        .map(({ key }) => key);
    expect(warned(idle)).toEqual(['idle']);
    expect(warned({ ...idle, gpu: undefined })).toEqual([]);
    expect(warned(idle, 24 * 3_600)).toEqual([]);
  });

  it('leaves out what is not known, such as prices', () => {
    const { cost, costPerHour, ...free } = notebookFixture(ago, 'inUse');
    expect(cost).toBeDefined();
    expect(costPerHour).toBeDefined();
    const facts = told(free);
    expect(facts).not.toHaveProperty('Cost per hour');
    expect(facts).not.toHaveProperty('GPUs held');
    expect(facts).toHaveProperty('Used since the start');
  });

  it('says of a stopped server when it was stopped, and not that it is idle', () => {
    const facts = told(notebookFixture(ago, 'stopped'));
    expect(facts).toHaveProperty('Stopped');
    expect(facts).not.toHaveProperty('Idle for');
  });

  it('does not name an owner that nobody has verified', () => {
    const server = {
      ...notebookFixture(ago, 'inUse'),
      owner: 'group:default/sales-team',
      ownerVerified: false,
    };
    expect(told(server).Owner).toBe('not known; sales-team answers for it');
    expect(told({ ...server, owner: undefined })).not.toHaveProperty('Owner');
  });
});

describe('hoursText', () => {
  it('has GPU-hours only where there is a GPU', () => {
    expect(hoursText({ cpu: 0.5, memoryGib: 2, gpu: 0 })).toBe(
      '0.50 core-hours, 2.0 GiB-hours',
    );
  });
});
