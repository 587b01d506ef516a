/** Pages of lakeFS's own web UI (webui routes of 1.84). */
export const uiLinks = {
  branch: (base: string, repository: string, branch: string) =>
    page(base, repository, 'objects', { ref: branch }),
  commits: (base: string, repository: string, ref: string) =>
    page(base, repository, 'commits', { ref }),
  commit: (base: string, repository: string, commit: string) =>
    page(base, repository, `commits/${encodeURIComponent(commit)}`, {}),
  compare: (base: string, repository: string, left: string, right: string) =>
    page(base, repository, 'compare', { ref: left, compare: right }),
  repository: (base: string, repository: string) =>
    page(base, repository, 'branches', {}),
  run: (base: string, repository: string, run: string) =>
    page(base, repository, `actions/${encodeURIComponent(run)}`, {}),
};

function page(
  base: string,
  repository: string,
  path: string,
  query: Readonly<Record<string, string>>,
): string {
  const search = new URLSearchParams(query).toString();
  return `${base}/repositories/${encodeURIComponent(repository)}/${path}${
    search && `?${search}`
  }`;
}
