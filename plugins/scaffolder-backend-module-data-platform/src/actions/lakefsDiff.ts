import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { diffWords } from '../branches/diffWords';
import { keptBranch } from '../branches/keptBranch';
import { branchLink } from '../branches/portalLinks';
import { PlatformServices } from '../PlatformCalls';
import { callsOf } from '../runOperation';

/** `data-platform:lakefs:diff` */
export function createLakefsDiffAction(services: PlatformServices) {
  return createTemplateAction({
    id: 'data-platform:lakefs:diff',
    description:
      'Tells by table what a data branch would bring into another, in the log and as output',
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z => z.string().describe('Entity ref of the repository'),
        on: z =>
          z
            .object({
              source: z.string().describe('Name of the lakeFS server'),
              repository: z.string(),
              branch: z.string(),
            })
            .describe('The data branch'),
        destination: z => z.string().describe('What it is compared with'),
      },
      output: {
        summary: z => z.string().describe('A line each table, Markdown'),
        objects: z => z.number(),
        link: z => z.string().describe('Page of the difference'),
      },
    },
    async handler(ctx) {
      const { entityRef, on, destination } = ctx.input;
      ctx.output('link', branchLink(services, entityRef, on.branch, 'diff'));
      if (ctx.isDryRun) {
        ctx.logger.info('There is nothing to compare in a dry run.');
        return;
      }
      const calls = await callsOf(ctx, services);
      const diff = await keptBranch(services, entityRef, on, () =>
        calls.read((client, signal) =>
          client.GET(
            '/v1/lakefs/repositories/{source}/{repository}/diff-groups',
            {
              params: {
                path: { source: on.source, repository: on.repository },
                query: { left: destination, right: on.branch },
              },
              signal,
            },
          ),
        ),
      );
      const lines = diffWords(diff);
      for (const line of lines) ctx.logger.info(line);
      ctx.output('objects', diff.objects);
      ctx.output('summary', lines.map(line => `- ${line}`).join('\n'));
    },
  });
}
