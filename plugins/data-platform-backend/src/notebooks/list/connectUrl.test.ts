import fc from 'fast-check';
import { connectUrl } from './connectUrl';

describe('connectUrl', () => {
  it.each([
    [
      'https://kf.example.com',
      '/notebook/lab/mine/',
      'https://kf.example.com/notebook/lab/mine/',
    ],
    [
      'https://example.com/kubeflow/',
      '/notebook/a/b/',
      'https://example.com/kubeflow/notebook/a/b/',
    ],
    [
      'http://127.0.0.1:8080',
      '/workspace/connect/a/b/jupyter_1/',
      'http://127.0.0.1:8080/workspace/connect/a/b/jupyter_1/',
    ],
  ])('%s and %s', (base, path, url) => {
    expect(connectUrl(base, path)).toBe(url);
  });

  it.each([
    ['https://kf.example.com', '//evil.example/'],
    ['https://kf.example.com', '/../admin'],
    ['https://kf.example.com', '/notebook/a/b?x=1'],
    ['https://kf.example.com', '/notebook/a b/'],
    ['https://kf.example.com', '@evil.example/'],
    ['data:text/html,x', '/notebook/a/b/'],
    ['file:///etc', '/passwd'],
    ['no address', '/notebook/a/b/'],
  ])('makes nothing of %s and %s', (base, path) => {
    expect(connectUrl(base, path)).toBeUndefined();
  });

  it('never leads away from the configured address, whatever the path', () => {
    const base = 'https://kf.example.com/base';
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webPath()), path => {
        const url = connectUrl(base, path) ?? `${base}/`;
        expect(url.startsWith(`${base}/`)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
