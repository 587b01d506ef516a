import fc from 'fast-check';
import {
  ALL_NOTEBOOKS,
  narrowsNotebooks,
  NotebookFilter,
  notebookFilterOf,
  notebookQueryOf,
  withNotebookFilter,
} from './NotebookFilter';

const read = (search: string) => notebookFilterOf(new URLSearchParams(search));
const usual = read('');

const filters = fc.record({
  state: fc.constantFrom('running' as const, 'stopped' as const, undefined),
  domain: fc.constantFrom('domain:default/sales', undefined),
  owner: fc.constantFrom('user:default/ada', undefined),
  mine: fc.boolean(),
  text: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
  sort: fc.constantFrom('idle' as const, 'gpu' as const, 'name' as const),
  page: fc.integer({ min: 1, max: 1_000 }),
  pageSize: fc.constantFrom(25, 50, 100),
});

describe('notebookFilterOf', () => {
  it('is the longest idle of all at first', () => {
    expect(usual).toEqual({
      mine: false,
      sort: 'idle',
      page: 1,
      pageSize: 25,
    });
    expect(narrowsNotebooks(usual)).toBe(false);
  });

  it('leaves out what makes no sense', () => {
    expect(
      read('?state=gone&sort=owner&page=-2&size=7&mine=perhaps&domain='),
    ).toEqual(usual);
  });

  it('reads what it writes', () => {
    fc.assert(
      fc.property(filters, filter => {
        const written = withNotebookFilter(new URLSearchParams(), filter);
        expect(read(written.toString())).toEqual(filter);
      }),
    );
  });

  it('writes nothing of what is as usual, and leaves the rest of the URL', () => {
    const before = new URLSearchParams('resource=nb-1&mine=yes');
    expect(withNotebookFilter(before, usual).toString()).toBe('resource=nb-1');
  });

  it('is undone by what clears it', () => {
    fc.assert(
      fc.property(filters, filter => {
        const cleared: NotebookFilter = { ...filter, ...ALL_NOTEBOOKS };
        expect(narrowsNotebooks(cleared)).toBe(false);
      }),
    );
  });
});

describe('notebookQueryOf', () => {
  it('asks for a page', () => {
    const filter = read('?mine=yes&page=3&size=50&q=churn&state=running');
    expect(notebookQueryOf(filter)).toEqual({
      mine: true,
      state: 'running',
      q: 'churn',
      sort: 'idle',
      limit: 50,
      offset: 100,
    });
    expect(notebookQueryOf(usual).mine).toBeUndefined();
  });
});
