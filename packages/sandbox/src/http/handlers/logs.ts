import { Operations } from '../../api/Operations';
import {
  FieldError,
  forbiddenField,
  invalidValue,
} from '../../errors/FieldError';
import { badRequest, invalid } from '../../errors/status';
import { containersOf } from '../../kinds/pod';
import { LogLine } from '../../logs/ContainerLog';
import { LogStore } from '../../logs/LogStore';
import { ResourceType } from '../../resources/ResourceType';
import { Clock, KubeObject } from '../../types';
import { Exchange } from '../Exchange';
import { readInteger } from '../ListOptions';
import { LogOptions, LogWriter } from '../LogWriter';
import { isTrue } from '../RequestInfo';

/** GET of pods/log: plain text, whatever the client accepts. */
export function handleLogs(
  exchange: Exchange,
  type: ResourceType,
  parts: { operations: Operations; logs: LogStore; clock: Clock },
): void {
  const { name, namespace } = exchange.resource!;
  const { object: pod } = parts.operations.mustFind(type, namespace, name!);
  const options = readLogOptions(exchange, name!, parts.clock.now());
  const container = chooseContainer(pod, options.container);
  if (!pod.spec.nodeName) {
    // Without a node there is nobody to ask.
    exchange.response.statusCode = 204;
    exchange.response.end();
    return;
  }
  const { uid } = pod.metadata;
  const log = parts.logs.get(uid, container, options.previous);
  if (!log) {
    throw badRequest(
      `previous terminated container "${container}" in pod "${name}" not found`,
    );
  }
  if (!options.previous && log.lines.length === 0) {
    const waiting = waitingReason(pod, container);
    if (waiting) {
      throw badRequest(
        `container "${container}" in pod "${name}" is waiting to start: ${waiting}`,
      );
    }
  }
  const writer = new LogWriter(exchange, options);
  writer.write(selected(log.lines, options));
  if (!options.follow || log.ended || writer.full) {
    writer.end();
    return;
  }
  const stop = log.follow(lines => {
    if (lines.length > 0) writer.write(lines);
    if (lines.length === 0 || writer.full) {
      stop();
      writer.end();
    }
  });
  exchange.response.once('close', stop);
}

function selected(
  lines: readonly LogLine[],
  { since, tailLines }: LogOptions,
): LogLine[] {
  const recent =
    since === undefined ? [...lines] : lines.filter(line => line.at >= since);
  if (tailLines === undefined) return recent;
  return tailLines === 0 ? [] : recent.slice(-tailLines);
}

function chooseContainer(pod: KubeObject, wanted: string | undefined): string {
  const { name, annotations = {} } = pod.metadata;
  const names: string[] = containersOf(pod).map(container => container.name);
  if (wanted) {
    if (names.includes(wanted)) return wanted;
    throw badRequest(`container ${wanted} is not valid for pod ${name}`);
  }
  const preferred = annotations['kubectl.kubernetes.io/default-container'];
  if (preferred && names.includes(preferred)) return preferred;
  if (names.length === 1) return names[0];
  throw badRequest(
    `a container name must be specified for pod ${name}, choose one of: [${names.join(
      ' ',
    )}]`,
  );
}

/** Why a container has not started, in the kubelet's words. */
function waitingReason(pod: KubeObject, container: string): string | undefined {
  const statuses = [
    ...(pod.status?.initContainerStatuses ?? []),
    ...(pod.status?.containerStatuses ?? []),
  ];
  const status = statuses.find(one => one.name === container);
  if (!status) return 'ContainerCreating';
  const waiting = status.state?.waiting;
  if (!waiting || status.lastState?.terminated) return undefined;
  switch (waiting.reason) {
    case 'ErrImagePull':
      return "image can't be pulled";
    case 'ImagePullBackOff':
      return 'trying and failing to pull image';
    default:
      return waiting.reason ?? 'ContainerCreating';
  }
}

function readLogOptions(
  exchange: Exchange,
  name: string,
  now: number,
): LogOptions {
  const number = (key: string) => readInteger(exchange.query(key) ?? null);
  const flag = (key: string) => isTrue(exchange.query(key) ?? null);
  const tailLines = number('tailLines');
  const limitBytes = number('limitBytes');
  const sinceSeconds = number('sinceSeconds');
  const sinceTime = exchange.query('sinceTime');
  const errors: FieldError[] = [];
  if (tailLines !== undefined && tailLines < 0) {
    errors.push(
      invalidValue(
        'tailLines',
        tailLines,
        'must be greater than or equal to 0',
      ),
    );
  }
  if (limitBytes !== undefined && limitBytes < 1) {
    errors.push(
      invalidValue('limitBytes', limitBytes, 'must be greater than 0'),
    );
  }
  if (sinceSeconds !== undefined && sinceTime !== undefined) {
    errors.push(
      forbiddenField(
        '[]',
        'at most one of `sinceTime` or `sinceSeconds` may be specified',
      ),
    );
  } else if (sinceSeconds !== undefined && sinceSeconds < 1) {
    errors.push(
      invalidValue('sinceSeconds', sinceSeconds, 'must be greater than 0'),
    );
  }
  if (exchange.query('stream') !== undefined) {
    errors.push(forbiddenField('stream', 'may not be specified'));
  }
  if (errors.length > 0) {
    throw invalid({ group: '', kind: 'PodLogOptions', name }, errors);
  }
  return {
    container: exchange.query('container') || undefined,
    follow: flag('follow'),
    previous: flag('previous'),
    timestamps: flag('timestamps'),
    since: readSince(sinceSeconds, sinceTime, now),
    tailLines,
    limitBytes,
  };
}

function readSince(
  seconds: number | undefined,
  time: string | undefined,
  now: number,
): number | undefined {
  if (seconds !== undefined) return now - seconds * 1000;
  if (time === undefined) return undefined;
  const ms = Date.parse(time);
  if (Number.isNaN(ms)) {
    throw badRequest(
      `parsing time ${JSON.stringify(
        time,
      )} as "2006-01-02T15:04:05Z07:00": cannot parse ${JSON.stringify(
        time,
      )} as "2006"`,
    );
  }
  return ms;
}
