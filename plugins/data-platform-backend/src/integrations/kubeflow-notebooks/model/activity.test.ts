import { notebookActivity, workspaceActivity } from './activity';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const min = (n: number) => NOW - n * 60_000;

describe('when a Notebook was used', () => {
  const base = { now: NOW, lastActivity: min(90), checkedAt: min(1) };

  it('is what the culler has seen, which is kernels alone', () => {
    expect(notebookActivity(base)).toMatchObject({
      known: true,
      last: min(90),
      note: expect.stringContaining('Only kernels count'),
    });
  });

  it.each([
    ['code-server by its type', { serverType: 'group-one' }, 'code-server'],
    ['RStudio by its type', { serverType: 'group-two' }, 'RStudio'],
    ['code-server by its image', { image: 'reg/codeserver-python:1' }, 'none'],
    ['no culler', { lastActivity: undefined }, 'switched off'],
    ['a time to come', { lastActivity: NOW + 60_000 }, 'switched off'],
    ['a culler that looks no more', { checkedAt: min(60) }, 'stopped to look'],
    ['a culler that never looked', { checkedAt: undefined }, 'stopped'],
    [
      'a fresh start',
      { lastActivity: undefined, startedAt: min(1) },
      'just started',
    ],
  ])('is not known of %s', (_, change, note) => {
    const activity = notebookActivity({ ...base, ...change });
    expect(activity.known).toBe(false);
    expect(activity.last).toBeUndefined();
    expect(activity.note).toContain(note);
    expect(activity.note).toMatch(/^[A-Z].*\.$/);
  });

  it('believes the type of the server over the name of its image', () => {
    const marks = { ...base, serverType: 'jupyter', image: 'reg/rstudio:1' };
    expect(notebookActivity(marks).known).toBe(true);
  });
});

describe('when a Workspace was used', () => {
  const base = {
    now: NOW,
    lastActivity: min(90),
    lastUpdate: min(1),
    result: 'Success',
  };

  it('is what its probe has seen', () => {
    expect(workspaceActivity(base)).toEqual({ known: true, last: min(90) });
    // A single failure takes nothing away.
    expect(workspaceActivity({ ...base, result: 'Timeout' }).known).toBe(true);
  });

  it.each([
    ['without a probe', { result: undefined }, 'no activity probe'],
    ['before the first success', { lastUpdate: 0 }, 'not succeeded'],
    ['never used', { lastActivity: 0 }, 'not succeeded'],
    ['with a probe that fails for long', { lastUpdate: min(60) }, 'fails'],
  ])('is not known %s', (_, change, note) => {
    const activity = workspaceActivity({ ...base, ...change });
    expect(activity.known).toBe(false);
    expect(activity.note).toContain(note);
  });
});
