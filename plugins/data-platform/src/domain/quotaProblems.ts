import {
  Finding,
  parseQuantity,
} from '@millrace/backstage-plugin-data-platform-common';

/** What is wrong with the numbers of a quota. */
export function quotaProblems(
  hard: Readonly<Record<string, string>>,
): Finding[] {
  return Object.entries(hard).flatMap(([resource, amount]): Finding[] => {
    const quantity = parseQuantity(amount);
    return quantity === undefined || quantity < 0
      ? [
          {
            level: 'error',
            field: `hard.${resource}`,
            message: resource.endsWith('memory')
              ? 'Give it as 64Gi.'
              : 'Give a number, for example 16.',
          },
        ]
      : [];
  });
}
