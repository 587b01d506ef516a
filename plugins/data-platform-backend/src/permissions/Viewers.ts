import { createHash } from 'node:crypto';
import {
  BackstageCredentials,
  BackstageUserPrincipal,
  HttpAuthService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  domainAdministerPermission,
  domainCreatePermission,
  entityRegisterPermission,
  logReadPermission,
  operationReadPermission,
  resourceOperatePermission,
  resourceReadPermission,
} from '@millrace/backstage-plugin-data-platform-common';
import { Request } from 'express';
import { toAccess } from './access';
import { Viewer } from './Viewer';

const KEEP_MS = 5_000;
const MAX_KEPT = 2_000;

const BASIC = [
  domainCreatePermission,
  entityRegisterPermission,
  domainAdministerPermission,
  operationReadPermission,
];

interface Kept {
  readonly at: number;
  readonly viewer: Promise<Viewer>;
}

/**
 * Finds out who asks and what they may see. A token is verified, and the policy and the identity service are asked about
 * it, once in 5 s and never beyond its expiry, however many requests come with it: the three cost 30 ms at 20 concurrent
 * reads. Two tokens are two viewers, though of one person: the younger may carry other groups.
 */
export class Viewers {
  readonly #services: ViewersOptions;
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept>();

  constructor(services: ViewersOptions) {
    this.#services = services;
    this.#now = services.now ?? Date.now;
  }

  /**
   * The person behind a request.
   * @throws AuthenticationError (401) for nobody, NotAllowedError (403) for services and for persons who may see nothing
   */
  async of(req: Request<any, any, any, any>): Promise<Viewer> {
    const viewer = await this.#cached(req);
    assertMayRead(viewer);
    return viewer;
  }

  /**
   * The person behind credentials that came another way than by a request to this plugin.
   * @throws NotAllowedError for nobody, for services, and for persons who may see nothing
   */
  async person(credentials: BackstageCredentials): Promise<Viewer> {
    if (!isPerson(credentials)) {
      throw new NotAllowedError(
        'The data platform answers people. Sign in, or call on behalf of a user; a service has no rights here.',
      );
    }
    return this.again(credentials);
  }

  /**
   * Asks again, past the cache; for streams that live longer than an answer is good for.
   * @throws NotAllowedError when the person may not read any more
   */
  async again(
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<Viewer> {
    const viewer = await this.#resolve(credentials);
    assertMayRead(viewer);
    return viewer;
  }

  async #cached(req: Request): Promise<Viewer> {
    const { authorization } = req.headers;
    if (!authorization) return this.#identify(req);
    const key = createHash('sha256').update(authorization).digest('base64');
    const known = this.#kept.get(key);
    const now = this.#now();
    if (known && now - known.at < KEEP_MS) {
      const viewer = await known.viewer;
      const expiresAt = viewer.credentials.expiresAt?.getTime();
      if (expiresAt === undefined || now < expiresAt) return viewer;
    }
    return this.#keep(key, { at: now, viewer: this.#identify(req) });
  }

  #keep(key: string, kept: Kept): Promise<Viewer> {
    // Taken out first, so that the map stays in the order of time.
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    kept.viewer.catch(() => {
      if (this.#kept.get(key) === kept) this.#kept.delete(key);
    });
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MAX_KEPT) break;
      this.#kept.delete(oldest);
    }
    return kept.viewer;
  }

  async #identify(req: Request): Promise<Viewer> {
    const { httpAuth } = this.#services;
    return this.#resolve(await httpAuth.credentials(req, { allow: ['user'] }));
  }

  async #resolve(
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<Viewer> {
    const { permissions, userInfo } = this.#services;
    const [decisions, basic, info] = await Promise.all([
      permissions.authorizeConditional(
        [
          { permission: resourceReadPermission },
          { permission: logReadPermission },
          { permission: resourceOperatePermission },
        ],
        { credentials },
      ),
      permissions.authorize(
        BASIC.map(permission => ({ permission })),
        { credentials },
      ),
      userInfo.getUserInfo(credentials),
    ]);
    const [read, logs, operate] = decisions.map(toAccess);
    const [createDomains, register, administer, readOperations] = basic.map(
      ({ result }) => result === AuthorizeResult.ALLOW,
    );
    const may = { createDomains, register, administer, readOperations };
    const ownershipRefs = info.ownershipEntityRefs;
    const groups = ownershipRefs.filter(ref => ref.startsWith('group:'));
    const userRef = credentials.principal.userEntityRef;
    const tag = createHash('sha256')
      .update(
        JSON.stringify([
          userRef,
          ownershipRefs,
          read.key,
          logs.key,
          operate.key,
          may,
        ]),
      )
      .digest('base64url')
      .slice(0, 16);
    return {
      userRef,
      groups,
      ownershipRefs,
      credentials,
      read,
      logs,
      operate,
      may,
      tag,
    };
  }
}

export interface ViewersOptions {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  userInfo: UserInfoService;
  /** Epoch milliseconds. */
  now?: () => number;
}

function assertMayRead(viewer: Viewer): void {
  if (viewer.read.denied) {
    throw new NotAllowedError(
      `${viewer.userRef} may not see the data platform. Ask the portal's administrators for the permission ${resourceReadPermission.name}.`,
    );
  }
}

function isPerson(
  credentials: BackstageCredentials,
): credentials is BackstageCredentials<BackstageUserPrincipal> {
  const principal = credentials.principal as { type?: string } | undefined;
  return principal?.type === 'user';
}
