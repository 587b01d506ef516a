/**
 * What scrolls must be reachable by keyboard (WCAG 2.1.1), also where it is no
 * control: spread this on it, beside a role and a label.
 */
export const scrollable = { tabIndex: 0 } as const;
