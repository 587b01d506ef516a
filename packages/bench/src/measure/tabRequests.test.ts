import { difference, marginal } from './tabRequests';

const before = {
  total: 7,
  byClass: { watch: 4, discovery: 3 },
  byPath: {},
  servedMs: 0,
};

describe('requests of a stretch of time', () => {
  it('are what has come since', () => {
    const after = {
      total: 12,
      byClass: { watch: 6, discovery: 3, 'list or get': 3 },
      byPath: {},
      servedMs: 0,
    };
    expect(difference(before, after)).toEqual({
      total: 5,
      byClass: { watch: 2, 'list or get': 3 },
    });
    expect(difference(before, before)).toEqual({ total: 0, byClass: {} });
  });

  it('are marginal unless the portal makes them anyway', () => {
    expect(marginal({ total: 9, byClass: { watch: 6, discovery: 3 } })).toBe(0);
    expect(
      marginal({
        total: 6,
        byClass: {
          watch: 1,
          'list or get': 2,
          log: 1,
          write: 1,
          'access review': 1,
        },
      }),
    ).toBe(5);
  });
});
