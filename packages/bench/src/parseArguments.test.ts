import { parseArguments } from './parseArguments';

describe('parseArguments', () => {
  it('measures at full size, and says it on the terminal alone, by default', () => {
    expect(parseArguments([], '/work')).toEqual({
      quick: false,
      json: undefined,
      profile: undefined,
      strict: false,
      help: false,
    });
  });

  it('takes a file relative to the working directory', () => {
    expect(
      parseArguments(['--quick', '--strict', '--json', 'a.json'], '/work'),
    ).toMatchObject({ quick: true, json: '/work/a.json', strict: true });
    expect(parseArguments(['--json', '/tmp/a.json'], '/work').json).toBe(
      '/tmp/a.json',
    );
    expect(parseArguments(['--profile', 'p'], '/work').profile).toBe('/work/p');
  });

  it.each([['--fast'], ['--json'], ['--json='], ['--profile='], ['quick']])(
    'refuses %s',
    argument => {
      expect(() => parseArguments([argument], '/work')).toThrow();
    },
  );
});
