import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseStartOptions } from './options';

const folder = mkdtempSync(join(tmpdir(), 'options-'));
const kubeconfig = join(folder, 'config');
writeFileSync(kubeconfig, '');

describe('parseStartOptions', () => {
  it('starts the sandbox on 7007 by default', () => {
    expect(parseStartOptions([], folder)).toEqual({
      port: 7007,
      fresh: false,
      kubeconfig: undefined,
      contexts: [],
      config: [],
    });
  });

  it('takes a kubeconfig relative to the working directory, and contexts', () => {
    const options = parseStartOptions(
      ['--kubeconfig', 'config', '--context', 'a', '--context', 'b'],
      folder,
    );
    expect(options.kubeconfig).toBe(kubeconfig);
    expect(options.contexts).toEqual(['a', 'b']);
  });

  it.each([
    [['--kubeconfig', 'absent'], /--kubeconfig .*absent does not exist/],
    [['--config', 'absent.yaml'], /--config .*absent\.yaml does not exist/],
    [['--context', 'a'], /--context needs --kubeconfig/],
    [['--port', 'http'], /--port must be 1 to 65535, not http/],
    [['--port', '0'], /--port must be 1 to 65535/],
    [['--kubconfig', 'x'], /--kubconfig/],
  ])('refuses %j and names the option', (args, message) => {
    expect(() => parseStartOptions(args, folder)).toThrow(message);
  });
});
