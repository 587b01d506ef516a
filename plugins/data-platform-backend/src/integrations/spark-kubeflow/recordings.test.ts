import { writeFileSync } from 'fs';
import { hasRecordings, replay } from './__fixtures__/recording';
it('x', () => {
  const out: any = {};
  for (const f of [
    'success',
    'failure',
    'failure-retry',
    'submission-failed',
    'bad-image',
    'suspend-resume',
    'cancel',
    'update-spec',
    'ttl',
    'schedule',
  ])
    out[f] = replay(`spark-${f}`);
  writeFileSync('/tmp/b4-replay.json', JSON.stringify(out));
});
