import { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { CatalogProcessor } from '@backstage/plugin-catalog-node';
import {
  dollarKeys,
  MANIFEST_MAX_BYTES,
  maskSecrets,
  parseManifest,
} from '@millrace/backstage-plugin-data-platform-common';
import { stringify } from 'yaml';

/** `spec.type` of Components whose definition is a native manifest. */
const TYPES = ['spark-job', 'data-pipeline', 'training-job'];

/**
 * Guards `spec.manifest` of entities from wherever they come. Whoever may read an entity reads its manifest, so literal
 * secrets are masked; what the catalog would act on (keys that begin with `$`) or choke on (size) is refused.
 *
 * An object is read too, but it is turned into text: the catalog makes search rows of every leaf of an object.
 */
export class ManifestProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'DataPlatformManifestProcessor';
  }

  async preProcessEntity(entity: Entity): Promise<Entity> {
    const { spec } = entity;
    if (
      entity.kind !== 'Component' ||
      !spec ||
      !TYPES.includes(String(spec.type)) ||
      spec.manifest === undefined
    ) {
      return entity;
    }
    const manifest = guard(spec.manifest, entity.metadata.name);
    return manifest === spec.manifest
      ? entity
      : { ...entity, spec: { ...spec, manifest } };
  }
}

/** @throws InputError with the path and the remedy */
function guard(manifest: unknown, name: string): string {
  const text =
    typeof manifest === 'string' ? manifest : stringify(manifest ?? null);
  const bytes = Buffer.byteLength(text);
  if (bytes > MANIFEST_MAX_BYTES) {
    throw new InputError(
      `spec.manifest of ${name} has ${bytes} bytes; at most ${MANIFEST_MAX_BYTES} (64 KiB) are allowed. Move large content into a ConfigMap or a file in object storage.`,
    );
  }
  const parsed = parseManifest(text);
  if (!parsed.ok) {
    throw new InputError(`spec.manifest of ${name}: ${parsed.problem.message}`);
  }
  const [dollar] = dollarKeys(parsed.value);
  if (dollar) {
    throw new InputError(
      `spec.manifest of ${name}: the key ${dollar} starts with "$", which the catalog would resolve. Rename or remove it.`,
    );
  }
  const masked = maskSecrets(parsed.value);
  return masked === parsed.value ? text : stringify(masked, { lineWidth: 0 });
}
