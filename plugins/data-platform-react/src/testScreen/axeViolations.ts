import axe from 'axe-core';

/**
 * What axe finds wrong, in short. Without the rules that need real layout, or
 * that are about whole pages.
 */
export async function axeViolations(element: Element): Promise<string[]> {
  const context = {
    include: element,
    // What react-aria announces outlives what it names, for a few seconds.
    exclude: '[data-live-announcer]',
  };
  const { violations } = await axe.run(context, {
    // Of what is right nothing is told: to describe each element takes the most time.
    resultTypes: ['violations'],
    rules: {
      'color-contrast': { enabled: false },
      region: { enabled: false },
      'scrollable-region-focusable': { enabled: false },
    },
  });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' | ')}`,
  );
}
