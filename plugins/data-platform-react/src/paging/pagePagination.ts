import { PAGE_SIZES } from './pageInUrl';

/** Which page of a list is shown, from 1, and how long pages are. */
interface Place {
  page: number;
  pageSize: number;
}

/**
 * The paging of a table whose rows the server pages: none where there is nothing to page.
 *
 * @param total - of all pages
 * @param onChange - another page, or another length, which begins anew
 */
export function pagePagination(
  { page, pageSize }: Place,
  total: number,
  onChange: (patch: Partial<Place>) => void,
) {
  const offset = (page - 1) * pageSize;
  return total === 0
    ? { type: 'none' as const }
    : {
        type: 'page' as const,
        pageSize,
        pageSizeOptions: PAGE_SIZES,
        offset,
        totalCount: total,
        // Past the end there are no rows to number.
        showPaginationLabel: offset < total,
        hasNextPage: offset + pageSize < total,
        hasPreviousPage: page > 1,
        onNextPage: () => onChange({ page: page + 1 }),
        onPreviousPage: () => onChange({ page: page - 1 }),
        onPageSizeChange: (size: number) =>
          onChange({ page: 1, pageSize: size }),
      };
}
