import { Answer } from './Route';

const PAGE = `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="UTF-8" />
  <title>lakeFS</title>
</head>
<body>
  <h1>lakeFS sandbox</h1>
  <p>This is a stand-in for a lakeFS server. It has an API under /api/v1 and no web interface.</p>
</body>
</html>
`;

/** What lies outside of the API: health, the catalog that the community edition lacks, and for all else the web interface. */
export function pageOf(method: string, path: string): Answer {
  const text = (status: number, raw: string): Answer => ({
    status,
    raw,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
  if (path === '/_health') {
    return text(200, 'alive! 00000000-0000-0000-0000-000000000000');
  }
  if (path.startsWith('/iceberg/')) {
    const { headers, ...answer } = text(501, 'Not Implemented\n');
    return {
      ...answer,
      headers: { ...headers, 'x-content-type-options': 'nosniff' },
    };
  }
  if (path === '/logout') {
    return {
      status: 307,
      raw: '<a href="/auth/login">Temporary Redirect</a>.\n\n',
      headers: {
        'content-type': 'text/html; charset=utf-8',
        location: '/auth/login',
        'set-cookie':
          'internal_auth_session=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; HttpOnly; SameSite=Lax',
      },
    };
  }
  const readable = method === 'GET' || method === 'HEAD';
  return readable
    ? {
        status: 200,
        raw: PAGE,
        headers: { 'content-type': 'text/html; charset=utf-8' },
      }
    : text(405, 'Method Not Allowed\n');
}
