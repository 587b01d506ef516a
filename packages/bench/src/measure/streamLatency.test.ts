import { latencies } from './streamLatency';

const frame = (...completed: string[]) => ({
  completed,
  entityRefs: new Set<string>(),
});

describe('latencies', () => {
  it('counts each change at each stream, from its first arrival', () => {
    const changes = [
      { uid: 'a', at: 100 },
      { uid: 'b', at: 120 },
    ];
    const quick = {
      arrivals: [
        { frame: frame('a'), at: 110 },
        { frame: frame('a', 'b'), at: 150 },
      ],
    };
    const slow = { arrivals: [{ frame: frame('a', 'b'), at: 200 }] };
    expect(latencies(changes, [quick, slow])).toEqual({
      lost: 0,
      latency: { count: 4, p50: 30, p95: 100, p99: 100, max: 100 },
    });
  });

  it('tells what did not arrive', () => {
    const changes = [{ uid: 'a', at: 0 }];
    const other = { arrivals: [{ frame: frame('b'), at: 5 }] };
    expect(latencies(changes, [other, { arrivals: [] }])).toMatchObject({
      lost: 2,
      latency: { count: 0 },
    });
  });
});
