import {
  BackstageCredentials,
  BackstageUserPrincipal,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { Actor } from './types';

/**
 * The person behind verified credentials. User tokens carry no groups, so the identity service is asked; they are
 * as old as the sign-in.
 */
export async function actorOf(
  credentials: BackstageCredentials<BackstageUserPrincipal>,
  userInfo: UserInfoService,
): Promise<Actor> {
  const info = await userInfo.getUserInfo(credentials);
  return {
    userRef: info.userEntityRef,
    groups: info.ownershipEntityRefs.filter(ref => ref.startsWith('group:')),
    ownershipRefs: info.ownershipEntityRefs,
  };
}
