import {
  Finding,
  parseQuantity,
} from '@millrace/backstage-plugin-data-platform-common';

/** What is wrong with the numbers of limits. */
export function limitProblems(
  limits: Readonly<Record<string, string>>,
): Finding[] {
  return Object.entries(limits).flatMap(([id, amount]): Finding[] => {
    const quantity = parseQuantity(amount);
    return quantity === undefined || quantity <= 0
      ? [
          {
            level: 'error',
            field: `limits.${id}`,
            message: id.endsWith('memory')
              ? 'Give it as 512Mi or 4Gi.'
              : 'Give cores, for example 500m or 2.',
          },
        ]
      : [];
  });
}
