import {
  agoFrom,
  notebookFixture,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { notebookAction, notebookActions } from './notebookActions';
import { notebookStateOf } from './notebookState';

const ago = agoFrom(Date.now());
const ids = (server: Parameters<typeof notebookActions>[0]) =>
  notebookActions(server).map(({ id }) => id.replace('notebook:', ''));

describe('notebookActions', () => {
  it('offers to stop what runs and to start what does not', () => {
    expect(ids(notebookFixture(ago, 'inUse'))).toEqual([
      'stop',
      'restart',
      'resize',
      'delete',
    ]);
    expect(ids(notebookFixture(ago, 'stopped'))).toEqual([
      'start',
      'restart',
      'resize',
      'delete',
    ]);
  });

  it('shows both where the backend says that both can be done', () => {
    const server = notebookFixture(ago, 'crashLoop');
    const operations = server.operations.map(each => ({
      ...each,
      available: true,
    }));
    expect(ids({ ...server, operations })).toContain('start');
  });

  it('offers nothing that the backend does not tell of', () => {
    expect(ids({ ...notebookFixture(ago, 'inUse'), operations: [] })).toEqual(
      [],
    );
  });

  it('marks what asks for more with an ellipsis, once', () => {
    const server = notebookFixture(ago, 'inUse');
    expect(notebookAction(server, 'notebook:resize')?.title).toBe(
      'Change size…',
    );
    expect(notebookAction(server, 'notebook:stop')?.title).toBe('Stop');
    const told = { id: 'notebook:delete', title: 'Delete…', available: true };
    expect(
      notebookAction({ ...server, operations: [told] }, 'notebook:delete')
        ?.title,
    ).toBe('Delete…');
  });
});

describe('notebookStateOf', () => {
  it.each([
    ['stopped', 'stopped'],
    ['Stopped', undefined],
    ['toString', undefined],
    ['', undefined],
    [null, undefined],
  ])('%s is %s', (text, state) => {
    expect(notebookStateOf(text)).toBe(state);
  });
});
