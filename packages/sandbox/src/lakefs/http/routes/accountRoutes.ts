import { LakeFsError } from '../../model/LakeFsError';
import { Authenticator } from '../Authenticator';
import { bodyOf, pageAnswer, Route } from '../Route';
import { schemaRef } from '../schemas';

const notImplemented = () => new LakeFsError(501, 'Not Implemented');

/** What the community edition leaves to others. */
const NOT_IMPLEMENTED: readonly (readonly [method: string, path: string])[] = [
  ['GET', '/auth/users/{userId}/credentials'],
  ['GET', '/auth/users/{userId}/policies'],
  ['GET', '/auth/groups'],
  ['POST', '/auth/groups'],
  ['GET', '/auth/policies'],
  ['POST', '/sts/login'],
  ['POST', '/auth/external/principal/login'],
];

/** Login, and the one user that there is. */
export function accountRoutes(
  authenticator: Authenticator,
  createdAt: () => number,
): readonly Route[] {
  const user = () => ({
    creation_date: createdAt(),
    email: '',
    friendly_name: '',
    id: 'admin',
  });
  return [
    {
      method: 'POST',
      path: '/auth/login',
      open: true,
      body: schemaRef('LoginInformation'),
      handle(call) {
        const body = bodyOf<{
          access_key_id: string;
          secret_access_key: string;
        }>(call);
        const { token, expiration } = authenticator.login(
          body.access_key_id,
          body.secret_access_key,
        );
        return {
          status: 200,
          json: { token, token_expiration: expiration },
          headers: {
            'set-cookie': `internal_auth_session=${token}; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax`,
          },
        };
      },
    },
    {
      method: 'GET',
      path: '/user',
      open: true,
      handle: ({ headers }) => ({
        status: 200,
        json: {
          user: headers.authorization ? user() : { creation_date: 0, id: '' },
        },
      }),
    },
    {
      method: 'GET',
      path: '/auth/users',
      handle: () => pageAnswer([user()], false, '', 0),
    },
    {
      method: 'POST',
      path: '/auth/users',
      body: schemaRef('UserCreation'),
      handle() {
        throw new LakeFsError(409, 'Already exists');
      },
    },
    {
      method: 'GET',
      path: '/auth/users/{userId}',
      handle({ path }) {
        if (path.userId !== 'admin') throw new LakeFsError(404, 'not found');
        return { status: 200, json: user() };
      },
    },
    {
      method: 'GET',
      path: '/auth/capabilities',
      open: true,
      handle: () => ({ status: 200, json: { invite_user: false } }),
    },
    ...NOT_IMPLEMENTED.map(([method, path]) => ({
      method,
      path,
      open: path.includes('login'),
      handle() {
        throw notImplemented();
      },
    })),
  ];
}
