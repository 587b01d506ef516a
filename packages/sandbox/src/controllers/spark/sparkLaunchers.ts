import { PODS } from '../refs';
import { isFinished } from '../quotaUsage';
import type { Launcher, Process, ProcessHost } from '../pods/Process';
import { Driver } from './Driver';
import { readDriverProgram } from './DriverProgram';
import { DRIVER_CONTAINER, EXECUTOR_CONTAINER } from './sparkLabels';
import { SparkLog } from './SparkLog';

const HEARTBEAT_MS = 5_000;
/** How many beats without a driver it takes to give up. */
const PATIENCE = 2;
const FIRST_WORDS_MS = 120;

/** The driver's container runs its program. */
export const driverLauncher: Launcher = host => {
  if (host.container !== DRIVER_CONTAINER) return undefined;
  const program = readDriverProgram(host.api, host.pod);
  return program && new Driver(host, program).start();
};

function driverLives(host: ProcessHost): boolean {
  const owner = host.pod.metadata.ownerReferences?.[0];
  const driver =
    owner && host.api.get(PODS, host.pod.metadata.namespace, owner.name);
  return Boolean(
    driver && driver.metadata.uid === owner.uid && !isFinished(driver),
  );
}

/** An executor does what its driver says, and gives up by itself when the driver is gone. */
export const executorLauncher: Launcher = host => {
  if (host.container !== EXECUTOR_CONTAINER) return undefined;
  const log = new SparkLog(host);
  let cancel = () => {};
  let missed = 0;
  const beat = () => {
    missed = driverLives(host) ? 0 : missed + 1;
    if (missed < PATIENCE) {
      cancel = host.clock.after(HEARTBEAT_MS, beat);
      return;
    }
    log.error(
      'CoarseGrainedExecutorBackend',
      'Executor self-exiting due to : Driver disassociated! Shutting down.',
    );
    host.exit({ code: 1 });
  };
  cancel = host.clock.after(FIRST_WORDS_MS, () => {
    if (host.elapsedMs === 0) {
      log.info(
        'CoarseGrainedExecutorBackend',
        'Connecting to driver: spark://CoarseGrainedScheduler@driver:7078',
      );
      log.info('MemoryStore', 'MemoryStore started');
      log.info(
        'CoarseGrainedExecutorBackend',
        'Successfully registered with driver',
      );
    }
    beat();
  });
  const process: Process = {
    terminate: () =>
      log.error('CoarseGrainedExecutorBackend', 'RECEIVED SIGNAL TERM'),
    stop: () => cancel(),
  };
  return process;
};
