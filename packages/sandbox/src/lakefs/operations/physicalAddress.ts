import { LakeFs } from '../LakeFs';
import { Repository } from '../model/Repository';

/** Where the bytes of a new object would lie. */
export function newAddress(lakeFs: LakeFs, { info }: Repository): string {
  const namespace = info.storageNamespace.slice('local://'.length);
  return `local:///var/lib/lakefs/${namespace}/data/${lakeFs.ids.ascending()}`;
}
