import { Operations } from '../../api/Operations';
import { timestamp } from '../../clock/timestamps';
import { ResourceType } from '../../resources/ResourceType';
import { Exchange } from '../Exchange';
import { UserDirectory } from '../UserDirectory';

/** POST of serviceaccounts/token: a bearer token for the account. Expiry and audience asked for are not heeded. */
export function handleTokenRequest(
  exchange: Exchange,
  type: ResourceType,
  operations: Operations,
  users: UserDirectory,
): void {
  const { name, namespace } = exchange.resource!;
  operations.mustFind(type, namespace, name!);
  const { token, expiresAt } = users.issue(namespace!, name!);
  exchange.json(201, {
    kind: 'TokenRequest',
    apiVersion: 'authentication.k8s.io/v1',
    metadata: { name, namespace },
    spec: {},
    status: { token, expirationTimestamp: timestamp(expiresAt) },
  });
}
