import { microTimestamp, timestamp } from '../clock/timestamps';
import { Database } from '../store/Database';
import { Clock, KubeObject, SandboxApi } from '../types';
import { Operations } from './Operations';

type Recorded = Parameters<SandboxApi['recordEvent']>[0];

const EVENTS = '/events';
/** kube-apiserver's --event-ttl. */
const TTL_MS = 60 * 60 * 1000;
const SWEEP_MS = 60 * 1000;
const SCHEDULER = 'default-scheduler';

/** Writes core/v1 events as client-go's recorder does, counts repeats, and forgets events after an hour. */
export class EventRecorder {
  private readonly operations: Operations;
  private readonly database: Database;
  private readonly clock: Clock;
  /** Keys of events by what they say, so that a repeat finds its first. */
  private readonly known = new Map<string, string>();
  private serial = 0;
  private cancel: () => void;

  constructor(operations: Operations) {
    this.operations = operations;
    this.database = operations.database;
    this.clock = operations.clock;
    this.cancel = this.clock.after(SWEEP_MS, () => this.sweep());
  }

  stop(): void {
    this.cancel();
  }

  record(event: Recorded): void {
    const { involved, type, reason, message, component } = event;
    const namespace = involved.metadata.namespace ?? 'default';
    const signature = [
      involved.metadata.uid,
      type,
      reason,
      message,
      component,
    ].join('\u0000');
    const key = this.known.get(signature) ?? '';
    const earlier = this.database.store(EVENTS).get(key)?.object;
    if (earlier && component !== SCHEDULER) {
      this.database.put(EVENTS, key, {
        ...earlier,
        metadata: { ...earlier.metadata },
        count: (earlier.count ?? 1) + 1,
        lastTimestamp: timestamp(this.clock.now()),
      });
      return;
    }
    const created = this.create(event, namespace);
    if (created) this.known.set(signature, `${namespace}/${created}`);
  }

  private create(event: Recorded, namespace: string): string | undefined {
    const { involved, type, reason, message, component } = event;
    const eventType = this.operations.registry.findResource('', 'events')!;
    const lives = this.database.store('/namespaces').get(namespace)?.object;
    // Nobody can write into a namespace that is ending; controllers lose such events without a sound.
    if (!lives || lives.metadata.deletionTimestamp) return undefined;
    const now = this.clock.now();
    const nanoseconds = BigInt(now) * 1_000_000n + BigInt(this.serial++);
    const { metadata } = involved;
    const body = {
      kind: 'Event',
      apiVersion: 'v1',
      metadata: {
        name: `${metadata.name}.${nanoseconds.toString(16)}`,
        namespace,
      },
      involvedObject: {
        kind: involved.kind,
        ...(metadata.namespace ? { namespace: metadata.namespace } : {}),
        name: metadata.name,
        uid: metadata.uid,
        apiVersion: involved.apiVersion,
        resourceVersion: metadata.resourceVersion,
      },
      reason,
      message,
      ...(component === SCHEDULER
        ? schedulerFields(reason, now)
        : recorderFields(component, involved, now)),
      type,
    };
    return this.operations.create(
      eventType,
      namespace,
      body as unknown as KubeObject,
    ).metadata.name;
  }

  private sweep(): void {
    const now = this.clock.now();
    for (const { object, key } of this.database.store(EVENTS).list()) {
      const seen =
        object.lastTimestamp ??
        object.eventTime ??
        object.metadata.creationTimestamp;
      if (now - Date.parse(seen) > TTL_MS) this.database.remove(EVENTS, key);
    }
    for (const [signature, key] of this.known) {
      if (!this.database.store(EVENTS).get(key)) this.known.delete(signature);
    }
    this.cancel = this.clock.after(SWEEP_MS, () => this.sweep());
  }
}

function recorderFields(component: string, involved: KubeObject, now: number) {
  // A kubelet names its node, which is the one that the pod is on.
  const host: string =
    component === 'kubelet' ? involved.spec?.nodeName ?? '' : '';
  return {
    source: { component, ...(host ? { host } : {}) },
    firstTimestamp: timestamp(now),
    lastTimestamp: timestamp(now),
    count: 1,
    eventTime: null,
    reportingComponent: component,
    reportingInstance: host,
  };
}

/** The scheduler writes by the newer API: an instant and an action in place of first, last and count. */
function schedulerFields(reason: string, now: number) {
  return {
    source: {},
    firstTimestamp: null,
    lastTimestamp: null,
    eventTime: microTimestamp(now),
    action: reason === 'Scheduled' ? 'Binding' : 'Scheduling',
    reportingComponent: SCHEDULER,
    reportingInstance: `${SCHEDULER}-sandbox`,
  };
}
