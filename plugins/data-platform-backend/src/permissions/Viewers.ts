import { createHash } from 'node:crypto';
import {
  BackstageCredentials,
  BackstageUserPrincipal,
  HttpAuthService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  logReadPermission,
  resourceOperatePermission,
  resourceReadPermission,
} from '@millrace/backstage-plugin-data-platform-common';
import { Request } from 'express';
import { toAccess } from './access';
import { Viewer } from './Viewer';

const KEEP_MS = 5_000;
const MAX_KEPT = 2_000;

interface Kept {
  readonly at: number;
  readonly viewer: Promise<Viewer>;
}

/**
 * Finds out who asks and what they may see. One question to the policy and one to the identity service a token
 * and 5 s, however many requests come meanwhile: uncached, the two cost 30 ms at 20 concurrent reads.
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
    const credentials = await this.#services.httpAuth.credentials(req, {
      allow: ['user'],
    });
    const viewer = await this.#cached(keyOf(req, credentials), credentials);
    assertMayRead(viewer);
    return viewer;
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

  #cached(
    key: string,
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<Viewer> {
    const now = this.#now();
    const known = this.#kept.get(key);
    this.#kept.delete(key);
    const fresh = known && now - known.at < KEEP_MS ? known : undefined;
    const kept = fresh ?? { at: now, viewer: this.#resolve(credentials) };
    this.#kept.set(key, kept);
    if (!fresh) {
      kept.viewer.catch(() => {
        if (this.#kept.get(key) === kept) this.#kept.delete(key);
      });
    }
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MAX_KEPT) break;
      this.#kept.delete(oldest);
    }
    return kept.viewer;
  }

  async #resolve(
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<Viewer> {
    const { permissions, userInfo } = this.#services;
    const [decisions, info] = await Promise.all([
      permissions.authorizeConditional(
        [
          { permission: resourceReadPermission },
          { permission: logReadPermission },
          { permission: resourceOperatePermission },
        ],
        { credentials },
      ),
      userInfo.getUserInfo(credentials),
    ]);
    const [read, logs, operate] = decisions.map(toAccess);
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

/** Two tokens are two keys, though of one person: the younger may carry other groups. */
function keyOf(
  req: Request,
  credentials: BackstageCredentials<BackstageUserPrincipal>,
): string {
  const { userEntityRef, actor } = credentials.principal;
  const token = req.headers.authorization ?? '';
  return createHash('sha256')
    .update(`${userEntityRef}\n${actor?.subject ?? ''}\n${token}`)
    .digest('base64');
}
