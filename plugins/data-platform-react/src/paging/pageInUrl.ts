/** How many rows a page may have. */
export const PAGE_SIZES = [25, 50, 100];

/** The first page, as long as usual. */
export const FIRST_PAGE = { page: 1, pageSize: 25 };

/** Which page of a list the URL asks for, from 1, and how long; what makes no sense there is the first page. */
export function pageInUrl(params: URLSearchParams): {
  page: number;
  pageSize: number;
} {
  const page = Number(params.get('page'));
  const pageSize = Number(params.get('size'));
  return {
    page: Number.isInteger(page) && page > 0 ? page : FIRST_PAGE.page,
    pageSize: PAGE_SIZES.includes(pageSize) ? pageSize : FIRST_PAGE.pageSize,
  };
}

/**
 * Writes values into the URL; the rest of it stays.
 *
 * @param usual - what goes without saying, by key: left out
 */
export function withParams(
  params: URLSearchParams,
  values: Readonly<Record<string, string | number | undefined>>,
  usual: Readonly<Record<string, string | number>> = {},
): URLSearchParams {
  const after = new URLSearchParams(params);
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined || value === '' || value === usual[key]) {
      after.delete(key);
    } else after.set(key, String(value));
  }
  return after;
}
