import { NotFoundError } from '@backstage/errors';
import { z } from 'zod';
import { OperationDefinition, refusedPlan } from '../definition';
import { hasEnded } from '../OperationRecord';

const input = z.strictObject({
  operationId: z
    .string({ error: 'Name the series by the id of its operation.' })
    .min(1)
    .max(36),
  /** End the runs that go on as well. Default: they go on. */
  stopRunning: z.boolean().default(false),
});

/** Ends a series of runs early. For whoever may run the job, not only for who started the series. */
export const seriesCancel: OperationDefinition<z.infer<typeof input>> = {
  id: 'series:cancel',
  title: 'Cancel series',
  requires: [],
  input,
  destructive: true,
  async plan({ operationId, stopRunning }, { services }) {
    const record = await services.operations.get(operationId);
    if (!record?.series) {
      throw new NotFoundError(`There is no series of runs "${operationId}".`);
    }
    const requirements = record.requirements.map(requirement => ({
      ...requirement,
      what: `cancel the series ${operationId}`,
    }));
    const title = `Cancel: ${record.title}`;
    if (hasEnded(record)) {
      return {
        ...refusedPlan(title, [
          { level: 'error', message: 'The series has ended already.' },
        ]),
        requirements,
      };
    }
    const running = Object.values(record.progress).filter(
      ({ state }) => state === 'running',
    ).length;
    return {
      title,
      entityRef: record.entityRef,
      findings: [
        {
          level: 'info',
          message: `${running} of its runs ${
            running === 1 ? 'goes' : 'go'
          } on and ${
            stopRunning ? 'will be stopped' : 'will be left to finish'
          }.`,
        },
      ],
      requirements,
      steps: [
        {
          id: 'cancel',
          verb: 'cancel',
          title: stopRunning
            ? 'Start no more runs, and stop those that go on'
            : 'Start no more runs',
          operationId,
          stopRunning,
        },
      ],
    };
  },
};
