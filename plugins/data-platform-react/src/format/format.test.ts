import { formatDuration } from './formatDuration';
import {
  formatAbsolute,
  formatRelative,
  secondsBetween,
  timeOf,
} from './formatTime';
import { refTitle } from './refTitle';
import { safeUrl } from './safeUrl';

describe('formatDuration', () => {
  it.each([
    [0, '0 s'],
    [-5, '0 s'],
    [42.4, '42 s'],
    [60, '1 min'],
    [90, '1 min 30 s'],
    [725, '12 min'],
    [3_599.9, '1 h'],
    [7_195, '2 h'],
    [3_900, '1 h 5 min'],
    [86_399, '1 d'],
    [266_400, '3 d 2 h'],
    [NaN, '–'],
  ])('%s s is %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});

describe('formatRelative', () => {
  const now = Date.parse('2026-11-22T10:00:00Z');
  it.each([
    ['2026-11-22T09:59:55Z', 'just now'],
    ['2026-11-22T10:00:03Z', 'just now'],
    ['2026-11-22T09:56:00Z', '4 min ago'],
    ['2026-11-22T07:59:00Z', '2 h ago'],
    ['2026-11-22T12:00:00Z', 'in 2 h'],
    ['2026-11-19T09:00:00Z', '3 d ago'],
    ['not a time', 'not a time'],
  ])('%s is %s', (value, text) => {
    expect(formatRelative(value, now)).toBe(text);
  });

  it('leaves what is no time as it is', () => {
    expect(formatAbsolute('soon')).toBe('soon');
    expect(formatAbsolute('2026-11-22T10:00:00Z')).toMatch(/2026/);
    expect(timeOf(undefined)).toBeUndefined();
    expect(timeOf('soon')).toBeUndefined();
  });

  it('measures to now where the end is open', () => {
    const start = '2026-11-22T09:59:00Z';
    expect(secondsBetween(start, undefined, now)).toBe(60);
    expect(secondsBetween(start, '2026-11-22T09:59:30Z', now)).toBe(30);
    expect(secondsBetween(undefined, undefined, now)).toBeUndefined();
    expect(secondsBetween('2026-11-22T11:00:00Z', undefined, now)).toBe(0);
  });
});

describe('refTitle', () => {
  it.each([
    ['user:default/ada', 'ada'],
    ['component:sales/orders', 'sales/orders'],
    ['plain', 'plain'],
    ['', ''],
  ])('%s is %s', (ref, title) => {
    expect(refTitle(ref)).toBe(title);
  });
});

describe('safeUrl', () => {
  it.each([
    `${'java'}script:alert(1)`,
    'data:text/html,x',
    '//evil.example',
    'relative',
    '',
    'ftp://host/',
  ])('refuses %s', url => {
    expect(safeUrl(url)).toBeUndefined();
  });

  it('takes http and https', () => {
    expect(safeUrl('https://spark.example/a')).toBe('https://spark.example/a');
    expect(safeUrl('HTTP://spark.example')).toBe('http://spark.example/');
  });
});
