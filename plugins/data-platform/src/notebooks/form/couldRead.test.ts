import { couldRead } from './couldRead';

const problem = (part: string) => ({
  problems: [{ part, message: 'No answer.' }],
});

describe('couldRead', () => {
  it('holds where nothing is told of the part', () => {
    expect(couldRead({ problems: [] }, 'volumes')).toBe(true);
    expect(couldRead(problem('gpus'), 'volumes')).toBe(true);
  });

  it.each([
    ['volumes', 'volumes'],
    ['namespace', 'volumes'],
    ['namespace', 'quota'],
    ['generations', 'workspaceKinds'],
  ] as const)('does not hold with a problem of %s for %s', (part, about) => {
    expect(couldRead(problem(part), about)).toBe(false);
  });

  it('needs no more than the part does', () => {
    expect(couldRead(problem('generations'), 'quota')).toBe(true);
  });
});
