import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { DATA, NODE_TRANSFORM, ROOT } from '../paths';
import { ManagedProcess } from '../ManagedProcess';
import { say } from '../say';
import { DataFolder } from './DataFolder';
import {
  portalConfig,
  SandboxAddress,
  writePortalConfig,
} from './portalConfig';

const BACKEND = 'http://localhost:7007';
const FRONTEND = 'http://localhost:3000';

/** `yarn dev`: sandbox, and Backstage's own hot-reload pair of frontend (3000) and backend (7007). */
export async function dev(args: readonly string[]): Promise<number> {
  const data = new DataFolder(DATA);
  data.open(args.includes('--fresh'));
  const sandbox = new ManagedProcess({
    name: 'sandbox',
    cwd: ROOT,
    args: [
      '--require',
      NODE_TRANSFORM,
      join(ROOT, 'packages/launcher/src/sandbox/main.ts'),
      data.file('sandbox'),
      BACKEND,
    ],
    logFile: data.file('logs', 'sandbox.log'),
  });
  const overlay = data.file('portal', 'app-config.yaml');
  const config = portalConfig({
    port: 7007,
    dataDir: data.file('portal'),
    sandbox: await sandbox.message<SandboxAddress>('address'),
  });
  writePortalConfig(overlay, {
    ...config,
    app: { baseUrl: FRONTEND },
    backend: {
      ...(config as { backend: object }).backend,
      cors: { origin: FRONTEND, credentials: true },
    },
  });
  say(`Sandbox runs. Open ${FRONTEND} when both have compiled.`);
  const pair = spawn(
    process.execPath,
    [
      join(ROOT, 'node_modules/.bin/backstage-cli'),
      'repo',
      'start',
      '--config',
      join(ROOT, 'app-config.yaml'),
      '--config',
      overlay,
    ],
    { cwd: ROOT, stdio: 'inherit' },
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => pair.kill(signal));
  }
  const code = await new Promise<number>(resolve =>
    pair.on('exit', status => resolve(status ?? 0)),
  );
  await sandbox.stop();
  data.close();
  return code;
}
