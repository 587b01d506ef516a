import { limitNow } from './limitNow';

const range = (namespace: string, more: object = {}) => ({
  source: 'eu-1',
  namespace,
  name: 'defaults',
  resource: 'cpu',
  ...more,
});

describe('limitNow', () => {
  it.each([
    ['one namespace', [range('a', { max: '4' })], 1, 'Now 4'],
    [
      'several that agree',
      [range('a', { max: '4' }), range('b', { max: '4' })],
      2,
      'Now 4',
    ],
    [
      'several that differ',
      [range('a', { max: '4' }), range('b', { max: '8' })],
      2,
      'Now 4 in a on eu-1, 8 in b on eu-1',
    ],
    [
      'only one of several',
      [range('a', { max: '4' }), range('b')],
      2,
      'Now 4 in a on eu-1',
    ],
    ['another limit alone', [range('a', { request: '1' })], 1, 'None now'],
    [
      'another resource alone',
      [range('a', { resource: 'memory', max: '4Gi' })],
      1,
      'None now',
    ],
    ['nothing', [], 1, 'None now'],
  ])('of %s', (_, limits, places, text) => {
    expect(limitNow('max.cpu', limits, places)).toBe(text);
  });
});
