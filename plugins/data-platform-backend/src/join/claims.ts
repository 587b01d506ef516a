import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  ANNOTATION_ENTITY_REF,
  LABEL_KUBERNETES_ID,
} from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesObject } from '@millrace/backstage-plugin-data-platform-node';

/** What an object says about the entity that it belongs to. Only a claim: whoever may edit the object may write it. */
export interface Claims {
  /** Lower-case name of a Component. */
  component?: string;
  /** Entity ref in its normal form. */
  entityRef?: string;
}

export function claimsOf(object: KubernetesObject): Claims {
  const { labels, annotations } = object.metadata;
  const component = labels?.[LABEL_KUBERNETES_ID];
  const entityRef = normalRef(annotations?.[ANNOTATION_ENTITY_REF]);
  return {
    ...(component ? { component: component.toLocaleLowerCase('en-US') } : {}),
    ...(entityRef ? { entityRef } : {}),
  };
}

function normalRef(text: string | undefined): string | undefined {
  if (!text || text.length > 320) {
    return undefined;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(text.trim(), { defaultKind: 'component' }),
    );
  } catch {
    return undefined;
  }
}
