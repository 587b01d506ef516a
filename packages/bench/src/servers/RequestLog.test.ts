import { createServer, get } from 'node:http';
import { AddressInfo } from 'node:net';
import { RequestLog } from './RequestLog';
import { requestClass } from './requestClass';

describe('requestClass', () => {
  const spark = '/apis/sparkoperator.k8s.io/v1beta2/sparkapplications';

  it.each([
    ['GET', `${spark}?limit=500`, 'list or get'],
    ['GET', `${spark}?watch=true&resourceVersion=7`, 'watch'],
    ['GET', `${spark}?watch=1`, 'watch'],
    ['GET', `${spark}?watch=false`, 'list or get'],
    ['GET', '/api/v1/namespaces/a/pods/b', 'list or get'],
    ['GET', '/api/v1/namespaces/a/pods/b/log?follow=true', 'log'],
    ['PATCH', '/api/v1/namespaces/a', 'write'],
    [
      'GET',
      '/api/v1/namespaces/sales/pods/http:orders-driver:4040/proxy/api/v1/applications',
      "Spark's figures",
    ],
    ['GET', '/version', 'discovery'],
    ['GET', '/api', 'discovery'],
    ['GET', '/api/v1', 'discovery'],
    ['GET', '/apis', 'discovery'],
    ['GET', '/apis/sparkoperator.k8s.io/v1beta2', 'discovery'],
    ['GET', '/apis/authorization.k8s.io/v1', 'discovery'],
    [
      'POST',
      '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
      'access review',
    ],
    ['GET', '/readyz/ping', 'discovery'],
  ])('%s %s is %s', (method, url, expected) => {
    expect(requestClass(method, url)).toBe(expected);
  });
});

describe('RequestLog', () => {
  it('counts what an HTTP server gets, by class and path', async () => {
    const log = new RequestLog();
    const server = createServer((_req, res) => res.end());
    await new Promise<void>(resolve =>
      server.listen(0, '127.0.0.1', () => resolve()),
    );
    const { port } = server.address() as AddressInfo;
    const ask = (path: string) =>
      new Promise(resolve =>
        get({ port, host: '127.0.0.1', path, agent: false }, res =>
          res.resume().on('end', resolve),
        ),
      );
    await ask('/before');
    log.start();
    await ask('/api/v1/pods?limit=1');
    await ask('/api/v1/pods?limit=2');
    await ask('/api/v1/pods?watch=true');
    log.stop();
    await ask('/after');
    server.close();
    expect(log.counts).toMatchObject({
      total: 3,
      byClass: { 'list or get': 2, watch: 1 },
      byPath: { 'GET /api/v1/pods': 3 },
      firstAt: expect.any(Number),
    });
  });

  it('hands out what it knows as it was then', () => {
    const log = new RequestLog();
    const before = log.counts;
    log.record('GET', '/api');
    expect(before.total).toBe(0);
    expect(log.counts.total).toBe(1);
  });
});
