import { FakeIndex } from '../http/__testUtils__/FakeIndex';
import { resource } from '../http/__testUtils__/rows';
import { ManualClock } from '../store/ManualClock';
import { sighted } from './sighted';

const what = {
  source: 'eu-1',
  group: 'sparkoperator.k8s.io',
  kind: 'SparkApplication',
  namespace: 'sales',
  name: 'orders-1',
};

describe('sighted', () => {
  const clock = new ManualClock();
  const seen = resource({
    name: 'orders-1',
    namespace: 'sales',
    source: 'eu-1',
  });
  const wait = (index: FakeIndex, signal = new AbortController().signal) =>
    sighted(index, what, { clock, ms: 5_000, signal });

  it('answers at once when the object is there', async () => {
    const index = new FakeIndex();
    index.put(seen);
    expect(await wait(index)).toBe(seen.row.id);
  });

  it('answers as soon as it comes', async () => {
    const index = new FakeIndex();
    const waiting = wait(index);
    index.put(
      resource({ name: 'another', namespace: 'sales', source: 'eu-1' }),
    );
    index.put(seen);
    expect(await waiting).toBe(seen.row.id);
  });

  it('gives up after its time', async () => {
    const waiting = wait(new FakeIndex());
    clock.advance(5_000);
    expect(await waiting).toBeUndefined();
  });

  it('ends with its signal', async () => {
    const end = new AbortController();
    const waiting = wait(new FakeIndex(), end.signal);
    end.abort();
    expect(await waiting).toBeUndefined();
  });
});
