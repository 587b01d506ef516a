import { parseArguments } from './parseArguments';

describe('parseArguments', () => {
  it('measures all sizes, and says it on the terminal alone, by default', () => {
    expect(parseArguments([], '/work')).toEqual({
      scales: ['1k', '10k', '50k'],
      only: undefined,
      json: undefined,
      docs: undefined,
      profile: undefined,
      strict: false,
      help: false,
    });
  });

  it('takes a file relative to the working directory', () => {
    expect(
      parseArguments(['--quick', '--strict', '--json', 'a.json'], '/work'),
    ).toMatchObject({
      scales: ['quick'],
      json: '/work/a.json',
      strict: true,
    });
    expect(parseArguments(['--json', '/tmp/a.json'], '/work').json).toBe(
      '/tmp/a.json',
    );
    expect(parseArguments(['--profile', 'p'], '/work').profile).toBe('/work/p');
  });

  it('takes sizes in the order given, and no size beside --quick', () => {
    expect(parseArguments(['--scale', '50k, 1k'], '/work').scales).toEqual([
      '50k',
      '1k',
    ]);
    expect(() => parseArguments(['--quick', '--scale=1k'], '/work')).toThrow(
      '--quick is a scale of its own',
    );
  });

  it('takes some parts of a size alone, but never for the document', () => {
    expect(parseArguments(['--only', 'streams, alone'], '/work').only).toEqual([
      'streams',
      'alone',
    ]);
    expect(() =>
      parseArguments(['--only', 'alone', '--write-docs'], '/work'),
    ).toThrow('whole runs');
  });

  it('knows where the figures go in the documents', () => {
    expect(parseArguments(['--write-docs'], '/work').docs).toMatch(
      /docs\/performance\.md$/,
    );
  });

  it.each([
    ['--fast'],
    ['--json'],
    ['--json='],
    ['--profile='],
    ['quick'],
    ['--scale'],
    ['--scale=2k'],
    ['--scale='],
    ['--only=B1'],
    ['--only='],
  ])('refuses %s', argument => {
    expect(() => parseArguments([argument], '/work')).toThrow();
  });
});
