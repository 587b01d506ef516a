import fc from 'fast-check';
import { ManualClock } from '../clock/ManualClock';
import { CONFIG_MAPS, NAMESPACES } from '../testing/refs';
import { KubeObject, WatchEvent } from '../types';
import { Sandbox } from './Sandbox';

type Step =
  | { kind: 'create' | 'delete'; name: string }
  | { kind: 'update'; name: string; value: number };

const names = fc.constantFrom('a', 'b', 'c');
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constantFrom('create' as const, 'delete' as const),
      name: names,
    }),
    fc.record({
      kind: fc.constant('update' as const),
      name: names,
      value: fc.nat(3),
    }),
  ),
  { maxLength: 30 },
);

describe('a watcher', () => {
  it('that applies every event holds what the server holds, whenever it came', () => {
    fc.assert(
      fc.property(steps, fc.nat(30), (run, joinAt) => {
        const { api } = new Sandbox({ clock: new ManualClock() });
        api.create(NAMESPACES, undefined, { metadata: { name: 'n' } });
        const mirror = new Map<string, KubeObject>();
        const versions: number[] = [];
        const apply = ({ type, object }: WatchEvent) => {
          if (type === 'DELETED') mirror.delete(object.metadata.name);
          else mirror.set(object.metadata.name, object);
          if (type !== 'ADDED') {
            versions.push(Number(object.metadata.resourceVersion));
          }
        };
        run.forEach((step, index) => {
          if (index === joinAt) api.watch(CONFIG_MAPS, apply);
          perform(api, step);
        });
        if (joinAt >= run.length) api.watch(CONFIG_MAPS, apply);
        const held = api.list(CONFIG_MAPS, 'n');
        const byName = (a: KubeObject, b: KubeObject) =>
          a.metadata.name < b.metadata.name ? -1 : 1;
        expect([...mirror.values()].sort(byName)).toEqual(held);
        expect(versions).toEqual([...versions].sort((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });
});

function perform(api: Sandbox['api'], step: Step): void {
  try {
    if (step.kind === 'update') {
      const object = api.get(CONFIG_MAPS, 'n', step.name);
      const data = { v: String(step.value) };
      if (object) api.update(CONFIG_MAPS, { ...object, data });
    } else if (step.kind === 'create') {
      api.create(CONFIG_MAPS, 'n', { metadata: { name: step.name } });
    } else {
      api.delete(CONFIG_MAPS, 'n', step.name);
    }
  } catch (error: any) {
    // Names that are taken or absent are part of the game.
    expect([404, 409]).toContain(error.status?.code);
  }
}
