import { connectionFromFile, connectionFromKubeconfig } from './Connection';

const kubeconfig = (user: string, current = 'one') => `
apiVersion: v1
kind: Config
clusters:
  - name: c
    cluster: { server: 'https://127.0.0.1:6443/', insecure-skip-tls-verify: true }
users:
  - name: u
    user: ${user}
contexts:
  - name: one
    context: { cluster: c, user: u }
current-context: ${current}
`;

describe('connectionFromKubeconfig', () => {
  it('takes the address without a slash, and the token as a header', async () => {
    const connection = await connectionFromKubeconfig(
      kubeconfig('{ token: secret }'),
    );
    expect(connection.url).toBe('https://127.0.0.1:6443');
    expect(connection.tls.rejectUnauthorized).toBe(false);
    await expect(connection.headers()).resolves.toEqual({
      Authorization: 'Bearer secret',
    });
  });

  it('names the contexts there are when the one asked for is not', async () => {
    await expect(
      connectionFromKubeconfig(kubeconfig('{}'), { context: 'two' }),
    ).rejects.toThrow('the kubeconfig has no context "two"; it has one');
  });

  it('refuses a file without a current context, and text that is no kubeconfig', async () => {
    await expect(
      connectionFromKubeconfig(kubeconfig('{}', 'absent')),
    ).rejects.toThrow('no current context');
    await expect(connectionFromKubeconfig('{{{')).rejects.toThrow(
      'the kubeconfig cannot be read',
    );
  });

  it('names a file that does not exist', async () => {
    await expect(connectionFromFile('/nowhere/config')).rejects.toThrow(
      /The kubeconfig \/nowhere\/config cannot be opened/,
    );
  });
});
