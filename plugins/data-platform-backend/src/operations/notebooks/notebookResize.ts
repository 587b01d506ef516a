import { NotFoundError } from '@backstage/errors';
import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesObject } from '@millrace/backstage-plugin-data-platform-node';
import { whyNotResize } from '../../notebooks/list/resizeOffer';
import { contentHash } from '../../entities/normalForm';
import { OperationDefinition, PlanContext, refusedPlan } from '../definition';
import { resizeInput, ResizeInput } from './resizeInput';
import { resizedNotebook } from './resizedNotebook';
import { resizedWorkspace } from './resizedWorkspace';
import { LiveServer, serverRequirements, serverTarget } from './serverTarget';

const TITLE = 'Change size';

/** Changes what a server asks for. Its controller makes its pod anew: whoever works in it is thrown out, which the plan says. */
export const notebookResize: OperationDefinition<ResizeInput> = {
  id: 'notebook:resize',
  title: TITLE,
  requires: [],
  input: resizeInput,
  async plan(values, context) {
    const server = serverTarget(TITLE, context);
    const { row, workbench } = server;
    const name = `${row.kind} ${row.namespace}/${row.name}`;
    const title = `Change the size of ${name}`;
    const requirements = serverRequirements(
      TITLE,
      `change the size of ${name}`,
      server,
    );
    await context.authorise(requirements);
    const reason = whyNotResize(workbench);
    if (reason) {
      return {
        ...refusedPlan(title, [{ level: 'error', message: reason }]),
        requirements,
      };
    }
    const live = await readLive(server, context);
    const { patch, findings } =
      workbench.generation === 1
        ? await resizedNotebook(live, server, values, context)
        : await resizedWorkspace(live, server, values, context);
    return {
      title,
      entityRef: row.entityRef,
      subject: `${row.source}:${row.uid}`,
      findings: [...findings, ...(patch ? [consequence(server)] : [])],
      requirements,
      steps: patch
        ? [
            {
              id: 'resize',
              verb: 'patch',
              title: `${title} on cluster ${row.source}`,
              source: row.source,
              identity: 'user',
              madeFrom: contentHash(live.spec),
              target: {
                apiVersion: row.apiVersion,
                kind: row.kind,
                plural: server.definition.match.plural,
                namespace: row.namespace,
                name: row.name,
                uid: row.uid,
              },
              patch,
            },
          ]
        : [],
    };
  },
};

async function readLive(
  { row }: LiveServer,
  { writerFor, signal }: PlanContext,
): Promise<KubernetesObject> {
  const { apiVersion, kind, namespace, name, uid, source } = row;
  const live = await writerFor(source).read(
    { apiVersion, kind, namespace, name },
    { identity: 'user', signal },
  );
  if (live?.metadata.uid === uid) return live;
  throw new NotFoundError(
    `${kind} ${namespace}/${name} is not on cluster ${source} any more. Reload the page.`,
  );
}

function consequence({ workbench }: LiveServer): Finding {
  return workbench.state === 'stopped'
    ? {
        level: 'info',
        message: 'It is stopped; its next start has the new size.',
      }
    : {
        level: 'warning',
        message:
          'It restarts: kernels and terminals end, and what is not saved is lost. What is on its volumes stays.',
      };
}
