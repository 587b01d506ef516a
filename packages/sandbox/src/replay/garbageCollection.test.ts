import { CONFIG_MAPS, NAMESPACES } from '../testing/refs';
import { Replay } from './Replay';
import { readRecording } from './Recording';
import { replayTopic } from './replayTopic';

const WATCHED = 'compared as a sequence of events, below';

/** An owner with two children that hold it, as the recorder made them. */
function family({ api }: Replay, name: string) {
  const owner = api.create(CONFIG_MAPS, 'owners', {
    metadata: { name: `${name}-owner` },
  });
  for (const number of [1, 2]) {
    api.create(CONFIG_MAPS, 'owners', {
      metadata: {
        name: `${name}-child-${number}`,
        ownerReferences: [
          {
            apiVersion: 'v1',
            kind: 'ConfigMap',
            name: `${name}-owner`,
            uid: owner.metadata.uid,
            controller: true,
            blockOwnerDeletion: true,
          },
        ],
      },
    });
  }
}

replayTopic({
  topic: 'garbage-collection',
  setUp: replay => {
    replay.api.create(NAMESPACES, undefined, { metadata: { name: 'owners' } });
    for (const name of [
      'background',
      'foreground',
      'orphan',
      'default',
      'body',
    ]) {
      family(replay, name);
    }
  },
  before: { 'after-default': ({ clock }) => clock.advance(20) },
  excluded: {
    'watch-background': WATCHED,
    'watch-foreground': WATCHED,
    'watch-orphan': WATCHED,
    'owner-absent': WATCHED,
  },
});

const recording = readRecording('garbage-collection');

(recording ? describe : describe.skip)(
  'the order of deletion, as recorded',
  () => {
    const cases = [
      ['background', 'Background'],
      ['foreground', 'Foreground'],
      ['orphan', 'Orphan'],
    ] as const;

    it.each(cases)('%s', async (name, propagation) => {
      const replay = await new Replay().start();
      try {
        const { api, clock } = replay;
        api.create(NAMESPACES, undefined, { metadata: { name: 'owners' } });
        family(replay, name);
        const seen: string[] = [];
        let watching = false;
        api.watch(CONFIG_MAPS, ({ type, object }) => {
          if (watching) seen.push(`${type} ${object.metadata.name}`);
        });
        watching = true;
        api.delete(CONFIG_MAPS, 'owners', `${name}-owner`, { propagation });
        clock.advance(100);
        const recorded: string[] = recording!
          .find(exchange => exchange.name === `watch-${name}`)!
          .response.body.map(
            ({ event }: any) => `${event.type} ${event.object.metadata.name}`,
          );
        // The two children are dealt with at the same time, in either order.
        const unnumbered = (line: string) => line.replace(/-\d$/, '');
        expect(seen.map(unnumbered)).toEqual(recorded.map(unnumbered));
        expect([...seen].sort()).toEqual([...recorded].sort());
      } finally {
        await replay.stop();
      }
    });
  },
);
