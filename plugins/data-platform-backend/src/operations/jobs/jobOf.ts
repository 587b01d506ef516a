import { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_SOURCE,
  Finding,
  MASK,
  parseManifest,
  TYPE_SPARK_JOB,
} from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';
import { stringify } from 'yaml';
import { findBelonging, specRef } from '../belonging';
import { PlanContext } from '../definition';
import { chooseHome } from '../domain/domainHome';
import { errorAt } from '../findings';
import { JobIdentity } from './jobObjects';

/** A registered job with its definition, and where it lives. */
export interface Job extends JobIdentity {
  entity: Entity;
  ownerRef?: string;
  domainRef: string;
  source: string;
}

/** Finds a job by its ref, or says why its definition cannot be used. */
export async function jobOf(
  ref: string,
  cluster: string | undefined,
  context: PlanContext,
): Promise<{ job: Job } | { findings: Finding[] }> {
  const component = await findBelonging(
    ref,
    {
      kind: 'component',
      type: TYPE_SPARK_JOB,
      field: 'entityRef',
      noun: 'Spark job',
    },
    context,
  );
  if (!component.found) return { findings: component.findings };
  const { entity, entityRef, ownerRef } = component.found;
  const text = manifestText(entity);
  const parsed = parseManifest(text ?? '');
  if (!text || !parsed.ok) {
    const why = text && !parsed.ok ? ` ${parsed.problem.message}` : '';
    return {
      findings: [
        errorAt(
          'spec.manifest',
          `${entityRef} has no definition that can be run.${why}`,
          'Edit the definition.',
        ),
      ],
    };
  }
  if (text.includes(MASK)) {
    return {
      findings: [
        errorAt(
          'spec.manifest',
          `The definition of ${entityRef} held a secret in clear text, which the catalog has masked.`,
          'Keep the value in a Secret of the namespace and refer to it by name.',
        ),
      ],
    };
  }
  const domainRef = await domainOf(entity, entityRef, context);
  if (!domainRef) {
    return {
      findings: [
        errorAt(
          'spec.system',
          `${entityRef} belongs to no data product of a data domain, so there is no namespace to run it in.`,
          'Set spec.system to a data product.',
        ),
      ],
    };
  }
  const manifest = parsed.value as unknown as KubernetesManifest;
  const home = await chooseHome(
    domainRef,
    {
      cluster: cluster ?? entity.metadata.annotations?.[ANNOTATION_SOURCE],
      namespace: manifest.metadata?.namespace,
    },
    context,
  );
  if ('findings' in home) return home;
  const { name } = entity.metadata;
  return {
    job: {
      entity,
      entityRef,
      ownerRef,
      domainRef,
      name,
      text,
      manifest,
      ...home,
    },
  };
}

/** An object is read too, never written. */
function manifestText(entity: Entity): string | undefined {
  const manifest = entity.spec?.manifest;
  if (typeof manifest === 'string') return manifest;
  return manifest && typeof manifest === 'object'
    ? stringify(manifest, { aliasDuplicateObjects: false })
    : undefined;
}

async function domainOf(
  entity: Entity,
  entityRef: string,
  { services, credentials }: PlanContext,
): Promise<string | undefined> {
  const known = services.directory.get(entityRef)?.domainRef;
  if (known) return known;
  const systemRef = specRef(entity, 'system', 'system');
  const system =
    systemRef && (await services.catalog.find(systemRef, credentials));
  return system ? specRef(system, 'domain', 'domain') : undefined;
}
