import { z } from 'zod';

/** A name that is good for the catalog and for Kubernetes alike: a DNS label of at most 50 characters. */
export function entityName(noun: string) {
  return z
    .string({ error: `Give the ${noun} a name.` })
    .regex(
      /^[a-z]([-a-z0-9]{0,48}[a-z0-9])?$/,
      `The name of a ${noun} has 1 to 50 lower-case letters, digits and dashes; it begins with a letter and does not end with a dash.`,
    );
}
