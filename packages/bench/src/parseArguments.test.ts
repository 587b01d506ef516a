import { parseArguments } from './parseArguments';

describe('parseArguments', () => {
  it('measures at full size, and says it on the terminal alone, by default', () => {
    expect(parseArguments([], '/work')).toEqual({
      quick: false,
      json: undefined,
      strict: false,
      help: false,
    });
  });

  it('takes a file relative to the working directory', () => {
    expect(
      parseArguments(['--quick', '--strict', '--json', 'a.json'], '/work'),
    ).toEqual({ quick: true, json: '/work/a.json', strict: true, help: false });
    expect(parseArguments(['--json', '/tmp/a.json'], '/work').json).toBe(
      '/tmp/a.json',
    );
  });

  it.each([['--fast'], ['--json'], ['--json='], ['quick']])(
    'refuses %s',
    argument => {
      expect(() => parseArguments([argument], '/work')).toThrow();
    },
  );
});
