/** Parts of the page of one branch; links in notifications and in the audit name them. */
export const BRANCH_VIEWS = [
  'overview',
  'diff',
  'conflicts',
  'checks',
  'commits',
  'objects',
  'runs',
] as const;
export type BranchView = (typeof BRANCH_VIEWS)[number];

/** Where one branch is, on the tab of its repository. */
export function branchHref(branch: string, view?: BranchView): string {
  const search = new URLSearchParams({ branch });
  if (view && view !== 'overview') {
    search.set('view', view);
  }
  return `?${search}`;
}

/** The view that the URL names; the overview for anything else. */
export function branchViewOf(params: URLSearchParams): BranchView {
  return BRANCH_VIEWS.find(view => view === params.get('view')) ?? 'overview';
}
