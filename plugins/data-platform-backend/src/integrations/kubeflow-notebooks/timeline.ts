import { Moment } from '@millrace/backstage-plugin-data-platform-common';
import { waitsForImage } from '../pods/imagePull';
import { code } from '../values/plain';
import { at } from '../verdicts/verdict';
import { NotebookServer } from './model/server';

/** Steps of a server's life in order: from the object to the page that can be opened, or to its end. */
export function serverTimeline(server: NotebookServer): readonly Moment[] {
  const { pod, ending, container, createdAt, stop, touched } = server;
  const shown = pod ?? ending;
  const own = container ?? shown?.containers[0];
  const started = own?.running ?? own?.terminated ?? own?.lastTerminated;
  const ended = own?.terminated !== undefined;
  const made = shown !== undefined;
  return [
    moment('Created', createdAt, 'done'),
    moment('Picked up', undefined, touched || made ? 'done' : 'current'),
    moment(
      'Pod made',
      shown?.createdAt,
      made ? 'done' : stepState(touched && !stop),
    ),
    moment(
      'Node found',
      undefined,
      shown?.node || started
        ? 'done'
        : stepState(made, shown?.unschedulable !== undefined),
      shown?.node && `on node ${code(shown.node)}`,
    ),
    moment(
      'Image pulled',
      undefined,
      started
        ? 'done'
        : stepState(shown?.node !== undefined, waitsForImage(own)),
    ),
    moment(
      'Server started',
      started?.startedAt,
      started ? 'done' : stepState(false),
    ),
    ...lastSteps(server, ended, own?.ready === true),
  ];
}

function lastSteps(
  { stop, pod, ending, container }: NotebookServer,
  ended: boolean,
  ready: boolean,
): Moment[] {
  if (stop) {
    const over = !pod && !ending;
    return [
      moment('Stop asked for', stop.at, 'done'),
      moment('Stopped', undefined, over ? 'done' : 'current'),
    ];
  }
  if (ended) {
    return [moment('Ended', container?.terminated?.finishedAt, 'failed')];
  }
  return [
    moment(
      'Ready',
      undefined,
      ready ? 'done' : stepState(container?.running !== undefined),
    ),
  ];
}

function stepState(current: boolean, failed = false): Moment['state'] {
  if (failed) return 'failed';
  return current ? 'current' : 'pending';
}

function moment(
  title: string,
  time: number | undefined,
  state: Moment['state'],
  detail?: string | false,
): Moment {
  return { title, state, ...at(time), ...(detail && { detail }) };
}
