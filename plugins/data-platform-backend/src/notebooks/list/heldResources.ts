import {
  NotebookServer,
  parseQuantity,
} from '@millrace/backstage-plugin-data-platform-common';
import { WorkbenchFacts } from '@millrace/backstage-plugin-data-platform-node';
import { costOf, Prices } from '../../executors/Prices';

const HOUR_MS = 3_600_000;
const GIB = 2 ** 30;

/** What a server holds while it runs, and since it has started; all of it from what its containers ask for. */
export type Held = Pick<NotebookServer, 'hours' | 'costPerHour' | 'cost'>;

/**
 * @param facts - of a server that holds what it asks for
 * @param now - epoch milliseconds
 */
export function heldResources(
  facts: WorkbenchFacts,
  now: number,
  prices: Prices | undefined,
): Held {
  const perHour = {
    coreHours: amount(facts.cpu),
    memoryGiBHours: amount(facts.memory) / GIB,
    gpuHours: facts.gpu?.count ?? 0,
  };
  const rate = prices && costOf(perHour, prices);
  if (facts.startedAt === undefined) return money({ costPerHour: rate });
  const hours = Math.max(0, now - facts.startedAt) / HOUR_MS;
  return {
    hours: {
      cpu: rounded(perHour.coreHours * hours),
      memoryGib: rounded(perHour.memoryGiBHours * hours),
      gpu: rounded(perHour.gpuHours * hours),
    },
    ...money({
      costPerHour: rate,
      cost: rate === undefined ? undefined : rate * hours,
    }),
  };
}

function money(
  amounts: Pick<Held, 'costPerHour' | 'cost'>,
): Pick<Held, 'costPerHour' | 'cost'> {
  const { costPerHour, cost } = amounts;
  return {
    ...(costPerHour !== undefined && { costPerHour: rounded(costPerHour) }),
    ...(cost !== undefined && { cost: rounded(cost) }),
  };
}

function amount(quantity: string | undefined): number {
  return (quantity && parseQuantity(quantity)) || 0;
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
