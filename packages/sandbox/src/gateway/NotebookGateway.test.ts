import { SandboxRig } from '../controllers/fixtures/SandboxRig';
import { notebookManifest } from '../controllers/notebooks/fixtures/notebookManifest';
import { STOPPED } from '../controllers/notebooks/Notebook';
import { NOTEBOOKS } from '../controllers/refs';
import { HttpServer } from '../http/HttpServer';
import { NotebookGateway } from './NotebookGateway';

let rig: SandboxRig;
let server: HttpServer;
let base: string;

beforeEach(async () => {
  rig = new SandboxRig();
  server = new HttpServer(new NotebookGateway(rig.api));
  base = await server.listen('127.0.0.1', 0);
});
afterEach(async () => {
  await server.close();
  rig.end();
});

async function open(path: string, method = 'GET') {
  const response = await fetch(`${base}${path}`, { method });
  return { response, status: response.status, text: await response.text() };
}
const create = (annotations: Record<string, string> = {}) =>
  rig.api.create(NOTEBOOKS, rig.namespace, {
    ...notebookManifest('lab', { image: 'acme/jupyter-scipy:1' }),
    metadata: { name: 'lab', annotations },
  });

it('opens the page of a server that runs, which says that it is the sandbox', async () => {
  create();
  rig.until(() => rig.pod('lab-0')?.status.phase === 'Running', 20_000);
  rig.clock.advance(5_000);
  const { response, status, text } = await open('/notebook/orders/lab/');
  expect(status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'/,
  );
  expect(text).toContain('<html lang="en">');
  expect(text).toContain('prefers-color-scheme: dark');
  expect(text).toContain(
    'This is where JupyterLab of notebook server lab would open',
  );
  expect(text).toContain('You are in Millrace');
});

it('says of one that is stopped, or starting, that it does not run and why', async () => {
  create({ [STOPPED]: '2026-11-22T08:00:00Z' });
  rig.clock.advance(1_000);
  const stopped = await open('/notebook/orders/lab/');
  expect(stopped.status).toBe(503);
  expect(stopped.text).toContain('does not run');
  expect(stopped.text).toContain('It is stopped.');
  const found = rig.api.get(NOTEBOOKS, rig.namespace, 'lab')!;
  rig.api.update(NOTEBOOKS, {
    ...found,
    metadata: { ...found.metadata, annotations: {} },
  });
  rig.clock.advance(200);
  const starting = await open('/notebook/orders/lab/');
  expect(starting.status).toBe(503);
  expect(starting.text).toContain('It is starting, or cannot start.');
});

it('knows nothing else, and escapes what it is asked for', async () => {
  const missing = await open('/notebook/orders/%3Cscript%3E/');
  expect(missing.status).toBe(404);
  expect(missing.text).not.toContain('<script>');
  expect((await open('/')).status).toBe(404);
  expect((await open('/workspace/connect/orders/x/jupyterlab/')).status).toBe(
    404,
  );
  expect((await open('/notebook/orders/lab/', 'POST')).status).toBe(405);
});
