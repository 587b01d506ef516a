import { writeHeapSnapshot } from 'node:v8';
import { LoopLag } from '../process/LoopLag';
import { answerQuestions } from '../process/questions';
import { Profile } from './Profile';

/** What the backend's process tells of itself since it was asked last. */
export interface Probe {
  rssMb: number;
  heapMb: number;
  loopLagP99Ms: number;
  cpuSeconds: number;
}

const MB = 2 ** 20;

const lag = new LoopLag();
let cpu = process.cpuUsage();
let profile: Profile | undefined;

/** What came before is not told of. */
export function probeFromNowOn(): void {
  cpu = process.cpuUsage();
  lag.reset();
}

/** Loaded into the backend's process before the backend, and otherwise no part of it. */
answerQuestions({
  probe: (): Probe => {
    const { rss, heapUsed } = process.memoryUsage();
    const used = process.cpuUsage(cpu);
    const loopLagP99Ms = lag.p99Ms;
    probeFromNowOn();
    return {
      rssMb: rss / MB,
      heapMb: heapUsed / MB,
      loopLagP99Ms,
      cpuSeconds: (used.user + used.system) / 1e6,
    };
  },
  startProfile: async () => {
    profile = new Profile();
    await profile.start();
  },
  writeProfile: (file: string) => profile?.write(file),
  writeHeap: (file: string) => writeHeapSnapshot(file),
});
