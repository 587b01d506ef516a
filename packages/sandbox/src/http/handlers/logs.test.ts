import { KubeObject } from '../../types';
import { NAMESPACES, PODS, SERVICE_ACCOUNTS } from '../../testing/refs';
import { TestServer } from '../../testing/TestServer';

const BASE = '/api/v1/namespaces/logs/pods/talk/log';

describe('pod logs', () => {
  let server: TestServer;
  let pod: KubeObject;

  beforeEach(async () => {
    server = await new TestServer().start();
    const { api } = server;
    api.create(NAMESPACES, undefined, { metadata: { name: 'logs' } });
    api.create(SERVICE_ACCOUNTS, 'logs', { metadata: { name: 'default' } });
    pod = api.create(PODS, 'logs', {
      metadata: { name: 'talk' },
      spec: {
        nodeName: 'node-1',
        containers: [{ name: 'main', image: 'busybox:1' }],
      },
    });
    running();
  });
  afterEach(() => server.stop());

  function running() {
    pod = server.api.updateStatus(PODS, {
      ...pod,
      status: {
        ...pod.status,
        phase: 'Running',
        containerStatuses: [{ name: 'main', state: { running: {} } }],
      },
    });
  }
  const say = (text: string) => server.api.appendLog(pod, 'main', text);

  it('follows: lines as they come, until the container ends, without a newline that was not there', async () => {
    say('one\n');
    const stream = await server.stream(`${BASE}?follow=true`);
    await stream.until(() => stream.text === 'one\n');
    say('two\nthr');
    say('ee\n');
    await stream.until(() => stream.text === 'one\ntwo\nthree\n');
    say('no newline at the end');
    server.api.endLog(pod, 'main');
    await stream.end();
    expect(stream.text).toBe('one\ntwo\nthree\nno newline at the end');
    expect(stream.contentType).toBe('text/plain');
  });

  it('follows from the tail, with the time of each line', async () => {
    say('old\n');
    server.clock.advance(1_500);
    say('new\n');
    const stream = await server.stream(
      `${BASE}?follow=true&tailLines=1&timestamps=true`,
    );
    await stream.until(() => stream.lines.length === 1);
    say('half ');
    say('a line\n');
    server.api.endLog(pod, 'main');
    await stream.end();
    expect(stream.lines).toEqual([
      '2026-11-22T08:00:01.500000000Z new',
      '2026-11-22T08:00:01.500000000Z half a line',
    ]);
  });

  it('ends a follow when the pod goes, and forgets its log', async () => {
    say('last words\n');
    const stream = await server.stream(`${BASE}?follow=true`);
    server.api.delete(PODS, 'logs', 'talk', { gracePeriodSeconds: 0 });
    await stream.end();
    expect((await server.request('GET', BASE)).status).toBe(404);
    // What a container says after its pod is gone is lost, not an error.
    say('too late\n');
  });

  it('a follow ends at limitBytes, in the middle of a character if need be', async () => {
    say('123456');
    const stream = await server.stream(`${BASE}?follow=true&limitBytes=8`);
    say('789');
    await stream.end();
    expect(stream.text).toBe('12345678');
  });

  it('sinceSeconds leaves out what is older', async () => {
    say('old\n');
    server.clock.advance(10_000);
    say('new\n');
    const { body } = await server.request('GET', `${BASE}?sinceSeconds=5`);
    expect(body).toBe('new\n');
  });

  it('keeps the log of the instance before', async () => {
    say('first\n');
    server.api.rotateLog(pod, 'main');
    say('second\n');
    expect((await server.request('GET', BASE)).body).toBe('second\n');
    const previous = await server.request('GET', `${BASE}?previous=true`);
    expect(previous.body).toBe('first\n');
  });

  it('a running container that has said nothing has an empty log', async () => {
    const { status, body } = await server.request('GET', BASE);
    expect({ status, body }).toEqual({ status: 200, body: '' });
  });

  it('is bounded: the oldest lines go first', async () => {
    for (let index = 0; index < 30; index++) {
      say(`${'x'.repeat(100_000)} ${index}\n`);
    }
    const { body } = await server.request('GET', BASE);
    expect(body.length).toBeLessThan(2_200_000);
    expect(body.endsWith(' 29\n')).toBe(true);
  });
});
