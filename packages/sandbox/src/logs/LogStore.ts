import { Clock, KubeObject } from '../types';
import { ContainerLog } from './ContainerLog';

interface Instances {
  current: ContainerLog;
  previous?: ContainerLog;
}

/** One container's logs, as persistence keeps them. */
export interface StoredLog {
  uid: string;
  container: string;
  previous: boolean;
  ended: boolean;
  lines: { at: number; text: string }[];
}

/** The logs of all containers: of the running instance and of the one before it. */
export class LogStore {
  private readonly clock: Clock;
  private readonly logs = new Map<string, Map<string, Instances>>();
  /** Uids of pods whose logs changed since persistence looked last. */
  readonly changed = new Set<string>();

  constructor(clock: Clock) {
    this.clock = clock;
  }

  append(pod: KubeObject, container: string, text: string): void {
    this.instances(pod.metadata.uid, container).current.append(
      text,
      this.clock.now(),
    );
    this.changed.add(pod.metadata.uid);
  }

  end(pod: KubeObject, container: string): void {
    this.instances(pod.metadata.uid, container).current.end();
    this.changed.add(pod.metadata.uid);
  }

  rotate(pod: KubeObject, container: string): void {
    const instances = this.instances(pod.metadata.uid, container);
    instances.current.end();
    instances.previous = instances.current;
    instances.current = new ContainerLog();
    this.changed.add(pod.metadata.uid);
  }

  /** The log of a container; undefined for `previous` when there was no instance before. */
  get(
    uid: string,
    container: string,
    previous = false,
  ): ContainerLog | undefined {
    const instances = this.instances(uid, container);
    return previous ? instances.previous : instances.current;
  }

  /** Ends and forgets the logs of a pod that is gone. */
  drop(uid: string): void {
    for (const { current } of this.logs.get(uid)?.values() ?? []) current.end();
    if (this.logs.delete(uid)) this.changed.add(uid);
  }

  restore(stored: StoredLog): void {
    const instances = this.instances(stored.uid, stored.container);
    const log = new ContainerLog();
    for (const { at, text } of stored.lines) log.append(text, at);
    log.ended = stored.ended;
    if (stored.previous) instances.previous = log;
    else instances.current = log;
  }

  /** All logs of a pod, for persistence. */
  of(uid: string): StoredLog[] {
    const stored: StoredLog[] = [];
    for (const [container, { current, previous }] of this.logs.get(uid) ?? []) {
      for (const [log, isPrevious] of [
        [current, false],
        [previous, true],
      ] as const) {
        if (!log) continue;
        const { lines, ended } = log;
        stored.push({ uid, container, previous: isPrevious, ended, lines });
      }
    }
    return stored;
  }

  private instances(uid: string, container: string): Instances {
    const byContainer = this.logs.get(uid) ?? new Map<string, Instances>();
    this.logs.set(uid, byContainer);
    const instances = byContainer.get(container) ?? {
      current: new ContainerLog(),
    };
    byContainer.set(container, instances);
    return instances;
  }
}
