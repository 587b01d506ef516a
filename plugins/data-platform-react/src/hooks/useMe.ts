import { useEffect, useState } from 'react';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';

/** Who is signed in. */
export interface Me {
  userRef: string;
  /** The person and the groups. */
  ownershipRefs: readonly string[];
}

/** Undefined until it is known. */
export function useMe(): Me | undefined {
  const identityApi = useApi(identityApiRef);
  const [me, setMe] = useState<Me>();
  useEffect(() => {
    let current = true;
    identityApi.getBackstageIdentity().then(
      ({ userEntityRef, ownershipEntityRefs }) =>
        current &&
        setMe({
          userRef: userEntityRef,
          ownershipRefs: ownershipEntityRefs,
        }),
      // Without an identity nothing is anybody's.
      () => current && setMe(undefined),
    );
    return () => {
      current = false;
    };
  }, [identityApi]);
  return me;
}
