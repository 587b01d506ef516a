import { parseArguments } from './parseArguments';

describe('parseArguments', () => {
  it('takes a kubeconfig and a context of it', () => {
    expect(parseArguments([])).toEqual({ disruptive: false, help: false });
    expect(
      parseArguments(['--kubeconfig', 'a.yaml', '--context', 'eu']),
    ).toEqual({
      kubeconfig: 'a.yaml',
      context: 'eu',
      disruptive: false,
      help: false,
    });
    expect(parseArguments(['--lakefs', 'http://l']).lakefs).toBe('http://l');
    expect(parseArguments(['-h']).help).toBe(true);
    expect(parseArguments(['--disruptive']).disruptive).toBe(true);
  });

  it('refuses a context without a file, and what it does not know', () => {
    expect(() => parseArguments(['--context', 'eu'])).toThrow(
      '--context needs --kubeconfig',
    );
    expect(() => parseArguments(['--cluster', 'eu'])).toThrow();
    expect(() =>
      parseArguments(['--lakefs', 'http://l', '--kubeconfig', 'a.yaml']),
    ).toThrow('take one of them');
    expect(() => parseArguments(['eu'])).toThrow();
  });
});
