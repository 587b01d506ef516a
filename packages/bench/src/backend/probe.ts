import { monitorEventLoopDelay } from 'node:perf_hooks';
import { answerQuestions } from '../process/questions';
import { Profile } from './Profile';

/** What the backend's process tells of itself since it was asked last. */
export interface Probe {
  rssMb: number;
  heapMb: number;
  /** Delay of the event loop beyond its timer of 10 ms. */
  loopLagP99Ms: number;
  loopLagMaxMs: number;
  cpuSeconds: number;
}

const RESOLUTION_MS = 10;
const MB = 2 ** 20;

const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();
let cpu = process.cpuUsage();
let profile: Profile | undefined;

/** Loaded into the backend's process before the backend, and otherwise no part of it. */
answerQuestions({
  probe: (): Probe => {
    const { rss, heapUsed } = process.memoryUsage();
    const used = process.cpuUsage(cpu);
    cpu = process.cpuUsage();
    const lag = (ns: number) => Math.max(0, ns / 1e6 - RESOLUTION_MS);
    const probe = {
      rssMb: rss / MB,
      heapMb: heapUsed / MB,
      loopLagP99Ms: lag(delay.percentile(99)),
      loopLagMaxMs: lag(delay.max),
      cpuSeconds: (used.user + used.system) / 1e6,
    };
    delay.reset();
    return probe;
  },
  startProfile: async () => {
    profile = new Profile();
    await profile.start();
  },
  writeProfile: (file: string) => profile?.write(file),
});
