import { SandboxRig } from '../fixtures/SandboxRig';
import { NOTEBOOKS } from '../refs';
import { notebookManifest } from './fixtures/notebookManifest';
import { LAST_ACTIVITY, LAST_ACTIVITY_CHECK, STOPPED } from './Notebook';

const DAY = 24 * 3_600_000;

let rig: SandboxRig;

beforeEach(() => {
  rig = new SandboxRig();
});
afterEach(() => {
  rig.end();
});

const annotations = () =>
  rig.api.get(NOTEBOOKS, rig.namespace, 'lab')?.metadata.annotations ?? {};
const create = (container: object = {}) =>
  rig.api.create(
    NOTEBOOKS,
    rig.namespace,
    notebookManifest('lab', { image: 'acme/jupyter-scipy:1', ...container }),
  );
const agoMs = (name: string) =>
  rig.clock.now() - Date.parse(annotations()[name]);

it('looks every minute, and tells of an idle kernel when it last worked', () => {
  create();
  rig.clock.advance(10 * 60_000);
  expect(agoMs(LAST_ACTIVITY_CHECK)).toBeLessThan(61_000);
  expect(agoMs(LAST_ACTIVITY)).toBeGreaterThan(9.9 * 60_000);
});

it('takes a busy kernel for active', () => {
  create({ env: [{ name: 'SANDBOX_KERNEL', value: 'busy' }] });
  rig.clock.advance(10 * 60_000);
  expect(agoMs(LAST_ACTIVITY)).toBeLessThan(61_000);
});

it('takes a visit of its page for activity', () => {
  create();
  rig.clock.advance(10 * 60_000);
  const path = '/notebook/orders/lab/';
  const query = new URLSearchParams();
  const answer = rig.api.request(rig.pod('lab-0')!, 8888, { path, query });
  expect(answer?.status).toBe(200);
  rig.clock.advance(61_000);
  expect(agoMs(LAST_ACTIVITY)).toBeLessThan(2 * 60_000);
});

it('cannot ask anything but Jupyter', () => {
  create({
    image: 'acme/rstudio-tidyverse:1',
    env: [{ name: 'SANDBOX_KERNEL', value: 'busy' }],
  });
  rig.clock.advance(10 * 60_000);
  expect(agoMs(LAST_ACTIVITY_CHECK)).toBeLessThan(61_000);
  expect(agoMs(LAST_ACTIVITY)).toBeGreaterThan(9.9 * 60_000);
});

it('stops what nobody has worked in for a month, and forgets its activity', () => {
  create();
  rig.clock.advance(10_000);
  const found = rig.api.get(NOTEBOOKS, rig.namespace, 'lab')!;
  const old = new Date(rig.clock.now() - 31 * DAY).toISOString();
  // As when the sandbox is started again on a server that has been idle for long.
  rig.stop();
  rig.api.update(NOTEBOOKS, {
    ...found,
    metadata: {
      ...found.metadata,
      annotations: { [LAST_ACTIVITY]: old, [LAST_ACTIVITY_CHECK]: old },
    },
  });
  rig.start();
  rig.clock.advance(70_000);
  rig.until(() => annotations()[STOPPED] !== undefined, 120_000);
  rig.clock.advance(10_000);
  expect(annotations()).not.toHaveProperty(LAST_ACTIVITY);
  expect(rig.pod('lab-0')).toBeUndefined();
});
