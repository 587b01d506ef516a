import { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { CatalogProcessor } from '@backstage/plugin-catalog-node';
import { dollarKeys } from '@millrace/backstage-plugin-data-platform-common';

/**
 * Refuses keys that begin with `$` inside a manifest that is written as an object, before the catalog resolves them:
 * it would read them from any URL it may read. `manifest: {$text: ./job.yaml}` is the one way to keep it in a file.
 */
export class ManifestReferenceProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'DataPlatformManifestReferenceProcessor';
  }

  /** Before the catalog's own processors, which have 20. */
  getPriority(): number {
    return 10;
  }

  async preProcessEntity(entity: Entity): Promise<Entity> {
    const manifest = entity.spec?.manifest;
    if (entity.kind !== 'Component' || !manifest || isFile(manifest)) {
      return entity;
    }
    const [path] = typeof manifest === 'object' ? dollarKeys(manifest) : [];
    if (!path) return entity;
    throw new InputError(
      `spec.manifest.${path} of ${entity.metadata.name} starts with "$", which the catalog would resolve. Write the manifest as text, or as {$text: <file>}.`,
    );
  }
}

function isFile(manifest: unknown): boolean {
  if (typeof manifest !== 'object' || manifest === null) return false;
  const entries = Object.entries(manifest);
  return (
    entries.length === 1 &&
    entries[0][0] === '$text' &&
    typeof entries[0][1] === 'string'
  );
}
