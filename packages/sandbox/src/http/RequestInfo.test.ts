import { attributesOf, parseResourceRequest } from './RequestInfo';

const parse = (method: string, path: string) =>
  parseResourceRequest(method, new URL(path, 'http://x'));

describe('parseResourceRequest', () => {
  it.each([
    [
      'GET',
      '/api/v1/pods',
      { group: '', version: 'v1', plural: 'pods', verb: 'list' },
    ],
    [
      'GET',
      '/api/v1/pods?watch=true',
      { plural: 'pods', verb: 'watch', isWatch: true },
    ],
    [
      'GET',
      '/api/v1/watch/namespaces/n/pods',
      { plural: 'pods', namespace: 'n', verb: 'watch', isWatch: true },
    ],
    [
      'GET',
      '/api/v1/namespaces/n',
      { plural: 'namespaces', namespace: 'n', name: 'n', verb: 'get' },
    ],
    [
      'PUT',
      '/api/v1/namespaces/n/finalize',
      {
        plural: 'namespaces',
        name: 'n',
        subresource: 'finalize',
        verb: 'update',
      },
    ],
    [
      'DELETE',
      '/apis/g.io/v1/namespaces/n/things',
      {
        group: 'g.io',
        namespace: 'n',
        plural: 'things',
        verb: 'deletecollection',
      },
    ],
    [
      'PATCH',
      '/apis/g.io/v1/namespaces/n/things/a%2Fb/status',
      { name: 'a/b', subresource: 'status', verb: 'patch' },
    ],
    ['POST', '/api/v1/namespaces', { plural: 'namespaces', verb: 'create' }],
  ])('%s %s', (method, path, expected) => {
    expect(parse(method, path)).toMatchObject(expected);
  });

  it.each([
    '/version',
    '/api',
    '/apis',
    '/api/v1',
    '/apis/g.io/v1',
    '/',
    '/healthz',
  ])('%s is no resource', path => {
    expect(parse('GET', path)).toBeUndefined();
  });

  it('a broken escape is taken as it is', () => {
    expect(parse('GET', '/api/v1/namespaces/n/pods/%E0%A4%A')).toMatchObject({
      plural: 'pods',
    });
  });
});

describe('attributesOf', () => {
  it('a list that is pinned to a name asks for that name', () => {
    const url = new URL('http://x/api/v1/pods?fieldSelector=metadata.name%3Da');
    const resource = parseResourceRequest('GET', url);
    expect(attributesOf('GET', url, resource)).toMatchObject({ name: 'a' });
  });

  it('paths are asked for by method', () => {
    const url = new URL('http://x/metrics');
    expect(attributesOf('GET', url, undefined)).toEqual({
      verb: 'get',
      path: '/metrics',
    });
  });
});
