import { EventEmitter } from 'node:events';
import { mockCredentials } from '@backstage/backend-test-utils';
import { Response } from 'express';
import { toAccess } from '../permissions/access';
import { Viewer } from '../permissions/Viewer';
import { Viewers } from '../permissions/Viewers';
import { ManualClock } from '../store/ManualClock';
import { lifeOf } from './lifeOf';

const access = toAccess({ result: 'ALLOW' as never });
const viewerUntil = (expiresAt?: Date): Viewer => ({
  userRef: 'user:default/ada',
  groups: [],
  ownershipRefs: [],
  credentials: { ...mockCredentials.user(), expiresAt },
  read: access,
  logs: access,
  operate: access,
  may: {
    createDomains: false,
    register: false,
    administer: false,
    readOperations: false,
  },
  tag: 't',
});
const settled = () => new Promise(resolve => setImmediate(resolve));

describe('lifeOf', () => {
  const clock = new ManualClock();
  let shutdown: AbortController;
  let res: EventEmitter;
  let again: jest.Mock;

  beforeEach(() => {
    shutdown = new AbortController();
    res = new EventEmitter();
    again = jest.fn(async () => viewerUntil());
  });

  const start = (expiresAt?: Date, onReauthorised?: () => void) =>
    lifeOf(res as Response, viewerUntil(expiresAt), {
      clock,
      viewers: { again } as unknown as Viewers,
      shutdown: shutdown.signal,
      onReauthorised,
    });

  it('ends when the credentials expire, not before', () => {
    const life = start(new Date(clock.now() + 30_000));
    clock.advance(29_999);
    expect(life.aborted).toBe(false);
    clock.advance(1);
    expect(life.aborted).toBe(true);
  });

  it('ends at once with credentials that have expired', () => {
    const life = start(new Date(clock.now() - 1));
    clock.advance(0);
    expect(life.aborted).toBe(true);
  });

  it('ends when the reader goes, and asks nobody any more', async () => {
    const life = start();
    res.emit('close');
    expect(life.aborted).toBe(true);
    clock.advance(120_000);
    expect(again).not.toHaveBeenCalled();
    expect(res.listenerCount('close')).toBe(0);
  });

  it('ends when the backend stops, also when it has already', () => {
    const life = start();
    shutdown.abort();
    expect(life.aborted).toBe(true);
    expect(start().aborted).toBe(true);
  });

  it('is authorised again every 60 s, until that fails', async () => {
    const seen = jest.fn();
    const life = start(undefined, seen);
    for (let n = 1; n <= 3; n += 1) {
      clock.advance(60_000);
      await settled();
      expect(again).toHaveBeenCalledTimes(n);
      expect(seen).toHaveBeenCalledTimes(n);
    }
    again.mockRejectedValueOnce(new Error('the permission backend is down'));
    clock.advance(60_000);
    await settled();
    expect(life.aborted).toBe(true);
  });

  it('ends when what was asked for is no longer allowed', async () => {
    const life = start(undefined, () => {
      throw new Error('no logs any more');
    });
    clock.advance(60_000);
    await settled();
    expect(life.aborted).toBe(true);
  });
});
