import { ConfigReader } from '@backstage/config';
import { assertLoopbackOnly } from './assertLoopbackOnly';

const check = (listen?: unknown) => () =>
  assertLoopbackOnly(
    new ConfigReader({
      backend: listen === undefined ? {} : { listen: listen as string },
    }),
  );

describe('assertLoopbackOnly', () => {
  it.each([
    [{ host: '127.0.0.1', port: 7007 }],
    [{ host: 'localhost' }],
    [{ host: '::1' }],
    ['127.0.0.1:7007'],
    ['[::1]:7007'],
  ])('lets %j pass', listen => {
    expect(check(listen)).not.toThrow();
  });

  it.each([
    [undefined],
    [{ port: 7007 }],
    [{ host: '0.0.0.0' }],
    [':7007'],
    ['0.0.0.0:7007'],
    [{ host: '127.0.0.1.example.com' }],
  ])('refuses %j and names the key', listen => {
    expect(check(listen)).toThrow('backend.listen.host must be 127.0.0.1');
  });
});
