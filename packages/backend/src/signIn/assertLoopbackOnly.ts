import { Config } from '@backstage/config';

const LOOPBACK = new Set(['127.0.0.1', '::1', '[::1]', 'localhost']);

/**
 * Sign-in without a password is for one's own machine.
 * @throws where `backend.listen` reaches further than loopback
 */
export function assertLoopbackOnly(config: Config): void {
  const listen = config.getOptional('backend.listen');
  const host =
    typeof listen === 'string'
      ? listen.replace(/:\d+$/, '')
      : config.getOptionalString('backend.listen.host');
  if (host === undefined || !LOOPBACK.has(host)) {
    throw new Error(
      `millrace.people lets anybody in without a password, so backend.listen.host must be 127.0.0.1, not ${
        host || 'every address'
      }. Set it, or remove millrace.people and configure an auth provider.`,
    );
  }
}
