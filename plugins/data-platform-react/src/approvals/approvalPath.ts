/** Path of the page of requests for leave, with one of them open where its id is given; notifications lead there too. */
export function approvalPath(id?: string): string {
  const page = '/data-platform/approvals';
  return id === undefined ? page : `${page}?approval=${encodeURIComponent(id)}`;
}
