import {
  ANNOTATION_DESCRIPTION,
  ANNOTATION_ENTITY_REF,
  ANNOTATION_OWNER,
  ANNOTATION_PRODUCT,
  ANNOTATION_STARTED_BY,
  ANNOTATION_TITLE,
  LABEL_MANAGED_BY,
} from '@millrace/backstage-plugin-data-platform-common';
import { freeEntityRef } from '../../notebooks/entities/freeEntityRef';
import { Belonging } from '../belonging';
import { PlanContext } from '../definition';
import { NotebookInput } from './notebookInput';
import { ServerIdentity } from './NotebookPlan';
import { ServerPlace } from './volumeFindings';

/** How a server is called and marked, and the entity that it will have. */
export async function serverIdentity(
  { name, title, description }: NotebookInput,
  kind: 'Notebook' | 'Workspace',
  { source, namespace }: ServerPlace,
  owner: string,
  product: Belonging | undefined,
  { services, actor }: PlanContext,
): Promise<ServerIdentity & { entityRef: string }> {
  const { entityRef } = await freeEntityRef(
    { source, kind: `${kind}.kubeflow.org`, namespace, name },
    { store: services.entities, directory: services.directory },
  );
  return {
    name,
    namespace,
    entityRef,
    labels: { [LABEL_MANAGED_BY]: 'millrace' },
    annotations: {
      [ANNOTATION_ENTITY_REF]: entityRef,
      [ANNOTATION_STARTED_BY]: actor.userRef,
      [ANNOTATION_OWNER]: owner,
      ...(title && { [ANNOTATION_TITLE]: title }),
      ...(description && { [ANNOTATION_DESCRIPTION]: description }),
      ...(product && { [ANNOTATION_PRODUCT]: product.entityRef }),
    },
  };
}
