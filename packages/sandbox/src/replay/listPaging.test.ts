import { encodeContinue } from '../http/continueToken';
import { CONFIG_MAPS, NAMESPACES, SECRETS } from '../testing/refs';
import { Replay } from './Replay';
import { replayTopic } from './replayTopic';

function secret({ api }: Replay, i: string) {
  api.create(SECRETS, 'paging', {
    metadata: { name: `page-${i}`, labels: { app: 'page', i } },
  });
}

replayTopic({
  topic: 'list-paging',
  setUp: replay => {
    const { api } = replay;
    api.create(NAMESPACES, undefined, { metadata: { name: 'paging' } });
    for (let i = 1; i <= 7; i++) {
      const parity = i % 2 ? 'odd' : 'even';
      api.create(CONFIG_MAPS, 'paging', {
        metadata: { name: `page-${i}`, labels: { app: 'page', parity } },
        data: { i: String(i) },
      });
      secret(replay, String(i));
    }
  },
  before: {
    'page-2': replay => {
      secret(replay, '0-late');
      replay.api.delete(SECRETS, 'paging', 'page-7');
    },
    'limit-rv0': ({ api }) => {
      // The recording has the secret that was deleted between the pages no more.
      expect(api.list(SECRETS, 'paging')).toHaveLength(7);
    },
    'continue-expired-410': replay => {
      replay.compact();
      replay.renames.set(
        'eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6MjAwMCwic3RhcnQiOiIvcGFnZS0yXHUwMDAwIn0',
        encodeContinue({ version: 1, start: 'page-2\u0000' }),
      );
      replay.renames.set('2000', '1');
    },
  },
  excluded: {
    'rv-future':
      'waits three seconds of the clock; see the tests of the list handler',
    'continue-after-compaction':
      'the real server keeps snapshots of young versions over a compaction, the sandbox does not',
  },
  statusOnly: {
    'continue-inconsistent':
      'the recording had config maps of its namespace controller in the list',
  },
});
