import { randomBytes } from 'node:crypto';
import { AccessKey } from '../http/Authenticator';
import { LakeFsFiles } from './LakeFsFiles';

/** The access key of the one user: as given, as kept with the data, or a new one. */
export function accessKeyOf(
  given: Partial<AccessKey>,
  files: LakeFsFiles | undefined,
): AccessKey {
  const { accessKeyId, secretAccessKey } = given;
  if (accessKeyId && secretAccessKey) return { accessKeyId, secretAccessKey };
  const known = files?.readSecret<AccessKey>();
  if (known) return known;
  const made = {
    accessKeyId: `SANDBOX${randomBytes(6).toString('hex').toUpperCase()}`,
    secretAccessKey: randomBytes(30).toString('base64url'),
  };
  files?.writeSecret(made);
  return made;
}
