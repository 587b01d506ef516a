import { Source } from '@millrace/backstage-plugin-data-platform-common';
import { IndexHarness, toy } from './__testUtils__/IndexHarness';

const source = (
  pods: Source['kinds'][number]['state'],
  state: Source['state'] = 'connected',
): Source => ({
  name: 'eu',
  type: 'kubernetes',
  state,
  message: '',
  kinds: [
    { kind: 'Pod', group: '', state: pods },
    { kind: 'Event', group: '', state: 'forbidden' },
  ],
});

describe('evidence that is complete', () => {
  const start = () => {
    const harness = new IndexHarness();
    harness.upsert(toy('orders', { health: 'healthy' }));
    const complete = () =>
      harness.index.resources.context(harness.row('orders')!.id)?.complete;
    return { harness, complete };
  };

  it('is what is listed and watched', () => {
    const { harness, complete } = start();
    expect(complete()).toEqual([]);
    harness.index.sink.source(source('listing'), true);
    expect(complete()).toEqual([]);
    harness.index.sink.source(source('watching'), false);
    expect(complete()).toEqual(['pods']);
  });

  it('is none of a cluster that does not answer', () => {
    const { harness, complete } = start();
    harness.index.sink.source(source('watching'), false);
    harness.index.sink.source(source('watching', 'stale'), false);
    expect(complete()).toEqual([]);
  });
});
