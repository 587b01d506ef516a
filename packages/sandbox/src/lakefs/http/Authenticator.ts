import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { IncomingHttpHeaders } from 'node:http';
import { Clock } from '../../types';
import { LakeFsError } from '../model/LakeFsError';

export interface AccessKey {
  accessKeyId: string;
  secretAccessKey: string;
}

/** Tokens of a login hold for a week. */
const TOKEN_S = 7 * 24 * 3600;
const COOKIE = 'internal_auth_session';

export const unauthenticated = () =>
  new LakeFsError(401, 'error authenticating request');

/** Knows the one user and its access key; makes and checks tokens. */
export class Authenticator {
  private readonly clock: Clock;
  private readonly key: AccessKey;
  private readonly signingKey = randomBytes(32);

  constructor(clock: Clock, key: AccessKey) {
    this.clock = clock;
    this.key = key;
  }

  /**
   * Whether the request comes with credentials.
   *
   * @returns false when it has none
   * @throws LakeFsError 401 for wrong ones
   */
  check(headers: IncomingHttpHeaders): boolean {
    const { authorization = '' } = headers;
    const [, scheme, value] = /^(\w+) +(.*)$/.exec(authorization) ?? [];
    if (scheme?.toLowerCase() === 'basic') {
      const text = Buffer.from(value, 'base64').toString('utf8');
      const colon = text.indexOf(':');
      const given = [text.slice(0, colon), text.slice(colon + 1)] as const;
      if (colon < 0 || !this.isKey(...given)) throw unauthenticated();
      return true;
    }
    const cookie = new RegExp(`(?:^|; *)${COOKIE}=([^;]*)`).exec(
      headers.cookie ?? '',
    )?.[1];
    const token = scheme?.toLowerCase() === 'bearer' ? value : cookie;
    if (token === undefined) return false;
    if (!this.isToken(token)) throw unauthenticated();
    return true;
  }

  /** Exchanges an access key for a token. @throws LakeFsError 401 */
  login(id: string, secret: string): { token: string; expiration: number } {
    if (!this.isKey(id, secret)) throw unauthenticated();
    const issued = Math.floor(this.clock.now() / 1000);
    const expiration = issued + TOKEN_S;
    const head = encode({ alg: 'HS256', typ: 'JWT' });
    const body = encode({
      aud: 'login',
      exp: expiration,
      iat: issued,
      sub: 'admin',
    });
    const token = `${head}.${body}.${this.sign(`${head}.${body}`)}`;
    return { token, expiration };
  }

  private isKey(id: string, secret: string): boolean {
    return (
      same(id, this.key.accessKeyId) && same(secret, this.key.secretAccessKey)
    );
  }

  private isToken(token: string): boolean {
    const [head, body, signature] = token.split('.');
    if (!signature || !same(signature, this.sign(`${head}.${body}`))) {
      return false;
    }
    const { exp } = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
    return exp * 1000 > this.clock.now();
  }

  private sign(text: string): string {
    return createHmac('sha256', this.signingKey)
      .update(text)
      .digest('base64url');
  }
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function same(left: string, right: string): boolean {
  const [one, other] = [Buffer.from(left), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}
