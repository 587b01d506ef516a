import { recordedLifeCycle, type RecordedLine } from '../fixtures/recordings';
import { SandboxRig } from '../fixtures/SandboxRig';
import { EVENTS, NOTEBOOKS, SERVICES, STATEFUL_SETS } from '../refs';
import { notebookManifest, stateOf } from './fixtures/notebookManifest';
import { STOPPED } from './Notebook';

type Seen = Pick<RecordedLine, 'type' | 'object'>;

const PRESENT = 'registry.example/base/busybox:1';

let rig: SandboxRig;
let notebooks: Seen[];
let events: Seen[];

beforeEach(() => {
  rig = new SandboxRig();
  notebooks = rig.watch(NOTEBOOKS);
  events = rig.watch(EVENTS);
});
afterEach(() => {
  rig.end();
});

/**
 * The states of the notebook with how many conditions each had, in order, repeats collapsed. Whether the StatefulSet still
 * counts a pod whose container has just ended is a matter of milliseconds, and left out.
 */
function states(seen: readonly Seen[]): string[] {
  return seen
    .filter(({ object }) => object.kind === 'Notebook')
    .map(({ type, object }) =>
      type === 'DELETED'
        ? 'deleted'
        : `${stateOf(object as never)}, ${
            object.status?.conditions.length ?? 0
          } conditions`,
    )
    .filter(state => !/^(?:Error|Completed) \d+ 1,/.test(state))
    .filter((state, index, all) => state !== all[index - 1]);
}

const VARYING: [RegExp, string][] = [
  [/pod lab-0_.*$/, 'pod'],
  [/Successfully assigned .*$/, 'assigned'],
  [/: failed to pull and unpack.*$/, ': refused'],
];

/** What was told of the notebook itself: types, reasons and texts, each once. */
function told(seen: readonly Seen[]): string[] {
  const texts = seen
    .map(({ object }) => object)
    .filter(
      ({ kind, involvedObject }) =>
        kind === 'Event' && involvedObject.kind === 'Notebook',
    )
    .map(({ type, reason, message }) =>
      VARYING.reduce(
        (text, [pattern, word]) => text.replace(pattern, word),
        `${type} ${reason} ${message}`,
      ),
    )
    // Whether an image is on the node already is no matter of notebooks.
    .filter(text => !/ Pull(?:ing|ed) /.test(text));
  return [...new Set(texts)].sort();
}

const create = (container: object) =>
  rig.api.create(NOTEBOOKS, rig.namespace, notebookManifest('lab', container));

function annotate(annotations: Record<string, string>): void {
  const found = rig.api.get(NOTEBOOKS, rig.namespace, 'lab')!;
  rig.api.update(NOTEBOOKS, {
    ...found,
    metadata: { ...found.metadata, annotations },
  });
}

// Without the recordings beside the repository there is nothing to compare with.
const compared = recordedLifeCycle('notebook') ? describe : describe.skip;

compared('a notebook', () => {
  it('starts, stops, starts and ends as recorded', () => {
    const real = recordedLifeCycle('notebook', 'start-stop')!;
    // A program that ends at once with 0 when it is told to.
    create({ image: PRESENT });
    rig.clock.advance(12_000);
    annotate({ [STOPPED]: '2026-11-22T08:51:22Z' });
    rig.clock.advance(14_000);
    annotate({});
    rig.clock.advance(12_000);
    rig.api.delete(NOTEBOOKS, rig.namespace, 'lab', {
      propagation: 'Background',
    });
    rig.clock.advance(20_000);
    expect(states(notebooks)).toEqual(states(real));
    expect(told(events)).toEqual(told(real));
  });

  it('waits for an image that is not there as recorded', () => {
    const real = recordedLifeCycle('notebook', 'bad-image')!;
    create({ image: 'registry.invalid/team/none:1' });
    rig.clock.advance(30_000);
    const expected = states(real);
    expect(states(notebooks).slice(0, expected.length)).toEqual(expected);
    expect(told(events)).toEqual(told(real));
  });

  it('goes round in a crash loop as recorded', () => {
    const real = recordedLifeCycle('notebook', 'crash-loop')!;
    create({
      image: PRESENT,
      command: ['/bin/sh', '-c', 'echo no such module; exit 3'],
    });
    rig.clock.advance(45_000);
    // How long CrashLoopBackOff stands in place of the last end differs from node to node.
    const all = (seen: readonly Seen[]) => [...new Set(states(seen))].sort();
    expect(all(notebooks)).toEqual(all(real));
    expect(told(events)).toEqual(told(real));
  });

  it('makes the StatefulSet and the Service as recorded', () => {
    const real = recordedLifeCycle('notebook', 'start-stop')!;
    const first = (kind: string) =>
      real.find(({ object }) => object.kind === kind)!.object;
    const [container] = first('Notebook').spec.template.spec.containers;
    create({ image: PRESENT, command: container.command });
    rig.clock.advance(1_000);
    const set = rig.api.get(STATEFUL_SETS, rig.namespace, 'lab')!;
    const theirs = first('StatefulSet');
    const { template } = theirs.spec;
    expect(set.metadata.ownerReferences?.[0]).toEqual({
      ...theirs.metadata.ownerReferences[0],
      uid: expect.any(String),
    });
    expect(set.spec.selector).toEqual(theirs.spec.selector);
    expect(set.spec.template.metadata.labels).toEqual(template.metadata.labels);
    const own = set.spec.template.spec.containers[0];
    const [wanted] = template.spec.containers;
    for (const field of ['workingDir', 'ports', 'command']) {
      expect(own[field]).toEqual(wanted[field]);
    }
    expect(set.spec.template.spec.securityContext).toEqual(
      template.spec.securityContext,
    );
    const service = rig.api.get(SERVICES, rig.namespace, 'lab')!;
    expect(service.spec).toMatchObject({
      ports: first('Service').spec.ports,
      selector: first('Service').spec.selector,
      type: 'ClusterIP',
    });
  });
});
