import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Sandbox } from '../api/Sandbox';
import { ManualClock } from '../clock/ManualClock';
import {
  CONFIG_MAPS,
  NAMESPACES,
  PODS,
  SERVICE_ACCOUNTS,
  SPARK_APPLICATIONS,
  sparkApplication,
} from '../testing/refs';
import { readCrdFiles } from '../crdFiles';
import { CRDS_FOLDER } from '../folders';
import { SecretFiles } from './SecretFiles';
import { SqlitePersistence } from './SqlitePersistence';

const CRDS = readCrdFiles(CRDS_FOLDER);

describe('SqlitePersistence', () => {
  let folder: string;
  const running: Sandbox[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'millrace-sandbox-'));
  });
  afterEach(() => {
    for (const sandbox of running.splice(0)) sandbox.stop();
    rmSync(folder, { recursive: true });
  });

  function start(): Sandbox {
    const sandbox = new Sandbox({
      clock: new ManualClock(),
      persistence: new SqlitePersistence(folder),
      crds: CRDS,
    });
    running.push(sandbox);
    return sandbox;
  }

  function restart(): Sandbox {
    for (const sandbox of running.splice(0)) sandbox.stop();
    return start();
  }

  it('brings back objects with their uids and versions, custom ones too, and none that was deleted', () => {
    const first = start();
    const { api } = first;
    api.create(NAMESPACES, undefined, { metadata: { name: 'sales' } });
    const kept = api.create(CONFIG_MAPS, 'sales', { metadata: { name: 'a' } });
    api.create(CONFIG_MAPS, 'sales', { metadata: { name: 'b' } });
    api.delete(CONFIG_MAPS, 'sales', 'b');
    const pi = api.create(SPARK_APPLICATIONS, 'sales', sparkApplication('pi'));
    const { version } = first.database;
    const second = restart();
    expect(second.api.list(CONFIG_MAPS, 'sales')).toEqual([kept]);
    expect(second.api.get(SPARK_APPLICATIONS, 'sales', 'pi')).toEqual(pi);
    expect(second.database.version).toBe(version);
  });

  it('goes on with growing versions; a watch from before a clean end still resumes', () => {
    const { database } = start();
    const { version } = database;
    const second = restart();
    expect(second.database.store('/configmaps').history.since(version)).toEqual(
      [],
    );
    const next = second.api.create(CONFIG_MAPS, 'default', {
      metadata: { name: 'a' },
    });
    expect(Number(next.metadata.resourceVersion)).toBeGreaterThan(version);
  });

  it('after a crash skips all versions that may have been given out, and older watches are told to begin anew', () => {
    const first = start();
    // What is on the disk while the first one still runs is what a crash leaves behind.
    const left = mkdtempSync(join(tmpdir(), 'millrace-crashed-'));
    cpSync(folder, left, { recursive: true });
    const second = new Sandbox({
      clock: new ManualClock(),
      persistence: new SqlitePersistence(left),
      crds: CRDS,
    });
    running.push(second);
    expect(second.database.version).toBeGreaterThan(
      first.database.version + 10_000,
    );
    expect(
      second.database
        .store('/configmaps')
        .history.since(first.database.version),
    ).toBeUndefined();
    second.stop();
    rmSync(left, { recursive: true });
  });

  it('refuses a folder that another sandbox uses', () => {
    start();
    expect(() => new SqlitePersistence(folder)).toThrow(
      `The data folder ${folder} is in use by another sandbox`,
    );
  });

  it('keeps logs, of the instance before as well, until their pod goes', () => {
    const { api } = start();
    api.create(NAMESPACES, undefined, { metadata: { name: 'sales' } });
    api.create(SERVICE_ACCOUNTS, 'sales', { metadata: { name: 'default' } });
    const pod = api.create(PODS, 'sales', {
      metadata: { name: 'p' },
      spec: { containers: [{ name: 'main', image: 'x' }] },
    });
    api.appendLog(pod, 'main', 'first\n');
    api.rotateLog(pod, 'main');
    api.appendLog(pod, 'main', 'second\nhalf');
    const second = restart();
    const { uid } = pod.metadata;
    const text = (previous: boolean) =>
      second.logs
        .get(uid, 'main', previous)!
        .lines.map(line => line.text)
        .join('');
    expect(text(true)).toBe('first\n');
    expect(text(false)).toBe('second\nhalf');
    expect(second.logs.get(uid, 'main', true)!.ended).toBe(true);
    second.api.delete(PODS, 'sales', 'p');
    expect(restart().logs.of(uid)).toEqual([]);
  });

  it('collects what lost its owner while the sandbox was down', () => {
    const { api, database } = start();
    const owner = api.create(CONFIG_MAPS, 'default', {
      metadata: { name: 'owner' },
    });
    api.create(CONFIG_MAPS, 'default', {
      metadata: {
        name: 'child',
        ownerReferences: [
          {
            apiVersion: 'v1',
            kind: 'ConfigMap',
            name: 'owner',
            uid: owner.metadata.uid,
          },
        ],
      },
    });
    // The owner goes, and the sandbox ends before the collector acts.
    database.remove('/configmaps', 'default/owner');
    const second = restart();
    (second.clock as ManualClock).advance(100);
    expect(second.api.list(CONFIG_MAPS, 'default')).toEqual([]);
  });

  it('keeps its files from others', () => {
    start();
    const secrets = new SecretFiles(folder);
    secrets.tokens([{ name: 'ada', groups: [] }]);
    secrets.certificate(Date.now());
    const mode = (name: string) =>
      (statSync(join(folder, name)).mode & 0o777).toString(8);
    expect(mode('.')).toBe('700');
    expect(mode('sandbox.sqlite')).toBe('600');
    expect(mode('tokens.json')).toBe('600');
    expect(mode('certificate.json')).toBe('600');
  });
});

describe('SecretFiles', () => {
  it('makes random tokens once for each data folder, and keeps given ones out of it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'millrace-secrets-'));
    try {
      const users = [
        { name: 'ada', groups: [] },
        { name: 'given', groups: [], token: 'mine' },
      ];
      const [ada, given] = new SecretFiles(folder).tokens(users);
      expect(ada.token).toMatch(/^[\w-]{43}$/);
      expect(given.token).toBe('mine');
      expect(new SecretFiles(folder).tokens(users)[0]).toEqual(ada);
      const elsewhere = new SecretFiles(undefined).tokens(users)[0];
      expect(elsewhere.token).not.toBe(ada.token);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
