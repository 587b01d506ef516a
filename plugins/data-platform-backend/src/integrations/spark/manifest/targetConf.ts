import {
  KubernetesManifest,
  RunTarget,
} from '@millrace/backstage-plugin-data-platform-node';
import { isRecord } from '../../values/field';

/** A setting of the job that a run on a branch has otherwise. */
export interface ReplacedSetting {
  /** Path in the manifest. */
  path: string;
  key: string;
}

/**
 * The settings of a job with those that point it at a branch. Keys come out of Secrets as variables of the environment:
 * Spark itself makes the references in the pods, so no webhook and no pod template is needed.
 * Source: apache/spark Config.scala, `spark.kubernetes.driver.secretKeyRef.[EnvName]`.
 */
export function targetConf(
  own: Readonly<Record<string, unknown>>,
  target: Pick<RunTarget, 'sparkConf' | 'sparkLists' | 'secretEnvironment'>,
): { conf: Record<string, unknown>; replaced: string[] } {
  const given: Record<string, string> = { ...target.sparkConf };
  for (const { name, secret, key } of target.secretEnvironment) {
    for (const role of ['driver', 'executor']) {
      given[
        `spark.kubernetes.${role}.secretKeyRef.${name}`
      ] = `${secret}:${key}`;
    }
  }
  const replaced = Object.keys(given).filter(
    key => Object.hasOwn(own, key) && String(own[key]) !== given[key],
  );
  const conf: Record<string, unknown> = { ...own, ...given };
  for (const [key, value] of Object.entries(target.sparkLists ?? {})) {
    conf[key] = withItem(own[key], value);
  }
  return { conf, replaced };
}

/** The specification of a run with these settings. Both operators take them in `sparkConf`; the run itself stays as it is. */
export function withTargetConf(
  { spec }: KubernetesManifest,
  target: RunTarget,
): { spec: Record<string, unknown>; replaced: ReplacedSetting[] } {
  const copy = isRecord(spec) ? structuredClone(spec) : {};
  const own = isRecord(copy.sparkConf) ? copy.sparkConf : {};
  const { conf, replaced } = targetConf(own, target);
  return {
    spec: { ...copy, sparkConf: conf },
    replaced: replaced.map(key => ({ path: 'spec.sparkConf', key })),
  };
}

/** A list with one more item, unless that is in it. */
function withItem(list: unknown, item: string): string {
  const items = typeof list === 'string' ? list.split(',') : [];
  const trimmed = items.map(each => each.trim()).filter(each => each !== '');
  return [...new Set([...trimmed, item])].join(',');
}
