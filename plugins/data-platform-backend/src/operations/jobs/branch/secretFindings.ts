import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import {
  KubernetesObject,
  SecretVariable,
} from '@millrace/backstage-plugin-data-platform-node';
import { ClusterRefusal } from '../../ClusterRefusal';
import { PlanContext } from '../../definition';

/**
 * Whether the Secrets that a run is to read are there with their keys, looked at as the person. Their values are dropped
 * at once; where the person may not read Secrets, it is not known.
 */
export async function secretFindings(
  variables: readonly SecretVariable[],
  { source, namespace }: { source: string; namespace: string },
  { writerFor, signal }: Pick<PlanContext, 'writerFor' | 'signal'>,
): Promise<Finding[]> {
  const names = [...new Set(variables.map(({ secret }) => secret))];
  const findings = await Promise.all(
    names.map(async (name): Promise<Finding[]> => {
      const wanted = variables
        .filter(({ secret }) => secret === name)
        .map(({ key }) => key);
      const where = `Secret ${name} of namespace ${namespace} on cluster ${source}`;
      try {
        const keys = keysOf(
          await writerFor(source).read(
            { apiVersion: 'v1', kind: 'Secret', namespace, name },
            { identity: 'user', signal },
          ),
        );
        return keys === undefined
          ? [missing(`There is no ${where}`, name, namespace, wanted)]
          : lacking(keys, wanted, where, name, namespace);
      } catch (error) {
        if (!(error instanceof ClusterRefusal)) throw error;
        return [
          {
            level: 'info',
            field: 'branch',
            message: `Whether ${where} is there, with the keys ${wanted.join(
              ' and ',
            )}, is not known: you may not read Secrets there. Without it the pods do not start.`,
          },
        ];
      }
    }),
  );
  return findings.flat();
}

function lacking(
  keys: readonly string[],
  wanted: readonly string[],
  where: string,
  name: string,
  namespace: string,
): Finding[] {
  const absent = wanted.filter(key => !keys.includes(key));
  return absent.length === 0
    ? []
    : [
        missing(
          `${where} has no key ${absent.join(' and no key ')}`,
          name,
          namespace,
          wanted,
        ),
      ];
}

function missing(
  what: string,
  name: string,
  namespace: string,
  keys: readonly string[],
): Finding {
  return {
    level: 'error',
    field: 'branch',
    message: `${what}, so the pods of the run would not start: they read the key to the data from it.`,
    remedy: `Ask the owner of the domain for a Secret ${name} in namespace ${namespace} with the keys ${keys.join(
      ' and ',
    )}.`,
  };
}

/** Names alone: what they stand for goes no further. */
function keysOf(secret: KubernetesObject | undefined): string[] | undefined {
  if (!secret) return undefined;
  const { data } = secret as { data?: unknown };
  return typeof data === 'object' && data !== null ? Object.keys(data) : [];
}
