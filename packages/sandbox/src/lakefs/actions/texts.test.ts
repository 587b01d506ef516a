import { ActionFault, matches, parseAction } from './Action';
import { ConditionFault, holdsCondition } from './condition';
import { goDuration, parseGoDuration } from './goDuration';
import { secureText } from './secureText';

describe('parseGoDuration', () => {
  it.each([
    ['5s', 5_000],
    ['1m30s', 90_000],
    ['250ms', 250],
    ['1.5h', 5_400_000],
  ])('%s', (text, ms) => {
    expect(parseGoDuration(text)).toBe(ms);
  });

  it.each(['', '5', 's', '5 s', 'five'])('refuses %j', text => {
    expect(parseGoDuration(text)).toBeUndefined();
  });

  it.each([
    [0.969613, '969.613µs'],
    [4.150142, '4.150142ms'],
    [2_000.646267, '2.000646267s'],
    [60_000, '1m0s'],
  ])('writes %d ms as Go does', (ms, text) => {
    expect(goDuration(ms)).toBe(text);
  });
});

describe('holdsCondition', () => {
  it.each([
    ['success()', false, true],
    ['success()', true, false],
    ['failure()', true, true],
    ['!failure()', false, true],
    ['success() || failure()', true, true],
    ['success() && failure()', true, false],
    ['not (success() and true)', true, true],
  ])('%s after a failure: %s', (text, failed, holds) => {
    expect(holdsCondition(text, failed)).toBe(holds);
  });

  it.each([
    '',
    'always()',
    'success() ||',
    '(success()',
    'success() failure()',
  ])('refuses %j', text => {
    expect(() => holdsCondition(text, false)).toThrow(ConditionFault);
  });
});

describe('secureText', () => {
  const environment = { LAKEFSACTION_TOKEN: 'secret', HOME: '/root' };

  it('fills in variables and never shows them', () => {
    const text = 'Bearer {{ ENV.LAKEFSACTION_TOKEN }}';
    expect(secureText(text, environment)).toEqual({
      value: 'Bearer secret',
      shown: '*******',
    });
    expect(secureText('plain', environment).shown).toBe('plain');
  });

  it.each(['LAKEFSACTION_NONE', 'HOME'])('refuses %s', name => {
    expect(() => secureText(`{{ ENV.${name} }}`, environment)).toThrow(
      `${name} not found: missing env var`,
    );
  });
});

describe('parseAction', () => {
  const file = (on: string, hooks = '[]') =>
    `name: gate\non:\n  ${on}\nhooks: ${hooks}\n`;

  it('matches branches by pattern', () => {
    const action = parseAction(
      file('pre-merge: { branches: [main, release-*] }'),
    );
    expect(matches(action, 'pre-merge', 'main')).toBe(true);
    expect(matches(action, 'pre-merge', 'release-1')).toBe(true);
    expect(matches(action, 'pre-merge', 'dev')).toBe(false);
    expect(matches(action, 'pre-commit', 'main')).toBe(false);
    expect(matches(parseAction(file('post-commit:')), 'post-commit', 'x')).toBe(
      true,
    );
  });

  it.each([
    ['on: {}', "'name' is required: invalid action"],
    ['name: gate', "'on' is required: invalid action"],
    [
      file('pre-dinner:'),
      "event 'pre-dinner' is not supported: invalid action",
    ],
    [
      file('pre-create-tag: { branches: [main] }'),
      "'branches' is not supported in tag event types. invalid event parameter",
    ],
    [
      file('pre-merge:', '[{ type: webhook }]'),
      'hook[0] missing ID: invalid action',
    ],
    [
      file('pre-merge:', '[{ id: aa, type: shell }]'),
      "hook[0] type 'aa' unknown: invalid action",
    ],
    [
      file('pre-merge:', '[{ id: aa, type: lua }, { id: aa, type: lua }]'),
      "hook[1] duplicate ID 'aa': invalid action",
    ],
  ])('refuses %j', (text, reason) => {
    expect(() => parseAction(text)).toThrow(new ActionFault(reason));
  });
});
