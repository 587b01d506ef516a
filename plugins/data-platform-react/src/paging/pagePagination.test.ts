import { pagePagination } from './pagePagination';

const of = (page: number, total: number) => {
  const onChange = jest.fn();
  const paging = pagePagination({ page, pageSize: 25 }, total, onChange);
  if (paging.type === 'none') throw new Error('There are pages.');
  return { paging, onChange };
};

describe('pagePagination', () => {
  it('is none of nothing', () => {
    expect(pagePagination({ page: 1, pageSize: 25 }, 0, jest.fn())).toEqual({
      type: 'none',
    });
  });

  it.each([
    [1, 25, false, false],
    [1, 26, true, false],
    [2, 26, false, true],
    // Past the end there is still a way back.
    [7, 26, false, true],
  ])('page %d of %d rows', (page, total, next, previous) => {
    const { paging } = of(page, total);
    expect(paging).toMatchObject({
      offset: (page - 1) * 25,
      totalCount: total,
      showPaginationLabel: page < 7,
      hasNextPage: next,
      hasPreviousPage: previous,
    });
  });

  it('turns pages, and begins anew with pages of another length', () => {
    const { paging, onChange } = of(2, 99);
    paging.onNextPage();
    paging.onPreviousPage();
    paging.onPageSizeChange(50);
    expect(onChange.mock.calls).toEqual([
      [{ page: 3 }],
      [{ page: 1 }],
      [{ page: 1, pageSize: 50 }],
    ]);
  });
});
