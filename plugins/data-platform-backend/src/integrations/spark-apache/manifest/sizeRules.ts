import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { confField } from '../../spark/manifest/confFindings';
import { amount, formatCores } from '../../values/amount';
import { field } from '../../values/field';
import { javaMemoryFor, parseJavaMemory } from '../../spark/model/javaMemory';
import { plain } from '../../values/plain';
import { SparkRole } from '../../spark/model/sparkSize';
import { confOf, sparkSize } from '../model/sparkSize';

const ROLES: readonly SparkRole[] = ['driver', 'executor'];
const COUNTS = [
  'spark.executor.instances',
  'spark.dynamicAllocation.initialExecutors',
  'spark.dynamicAllocation.minExecutors',
  'spark.dynamicAllocation.maxExecutors',
];

/** Findings on the sizes of driver and executors, which all stand in `sparkConf`. */
export function confSizeFindings(spec: unknown): Finding[] {
  return [
    ...ROLES.flatMap(role => roleFindings(spec, role)),
    ...COUNTS.flatMap(key => {
      const value = field(spec, 'sparkConf', key);
      return typeof value !== 'string' || /^\d{1,6}$/.test(value)
        ? []
        : [
            error(
              key,
              `'${plain(value, 30)}' is no number of executors.`,
              'Write for example "2".',
            ),
          ];
    }),
    ...dynamicFindings(spec),
  ];
}

function roleFindings(spec: unknown, role: SparkRole): Finding[] {
  const findings: Finding[] = [];
  for (const key of [`spark.${role}.memory`, `spark.${role}.memoryOverhead`]) {
    const value = confOf(spec, key);
    if (value !== undefined && parseJavaMemory(value) === undefined) {
      const better = javaMemoryFor(value);
      findings.push(
        error(
          key,
          `'${plain(
            value,
            30,
          )}' is no size that Spark reads: it wants a whole number with k, m or g.`,
          better ? `Write ${better}.` : 'Write for example 512m or 2g.',
        ),
      );
    }
  }
  const cores = confOf(spec, `spark.${role}.cores`);
  if (cores !== undefined && !/^[1-9]\d{0,5}$/.test(cores)) {
    findings.push(
      error(
        `spark.${role}.cores`,
        `'${plain(cores, 30)}' is no whole number of at least 1.`,
        `For a part of a core set spark.kubernetes.${role}.request.cores, for example 500m.`,
      ),
    );
  }
  for (const what of ['request', 'limit']) {
    const key = `spark.kubernetes.${role}.${what}.cores`;
    const value = confOf(spec, key);
    if (value !== undefined && amount(value) === undefined) {
      findings.push(
        error(
          key,
          `'${plain(value, 30)}' is no amount of CPU.`,
          'Write for example "2" or "500m".',
        ),
      );
    }
  }
  const size = sparkSize(spec)[role];
  if (size.cpuLimit !== undefined && size.cpuLimit < size.cpu) {
    findings.push(
      error(
        `spark.kubernetes.${role}.limit.cores`,
        `The limit of ${formatCores(
          size.cpuLimit,
        )} CPU is lower than the ${formatCores(
          size.cpu,
        )} that the ${role} asks for, so its pod is refused.`,
        `Write at least ${formatCores(size.cpu)}.`,
      ),
    );
  }
  return findings;
}

function dynamicFindings(spec: unknown): Finding[] {
  const { demand } = sparkSize(spec);
  if (!demand.dynamic) {
    return [];
  }
  const { min, max } = demand;
  if (max === undefined) {
    return [
      {
        level: 'warning',
        field: confField('spec', 'spark.dynamicAllocation.maxExecutors'),
        message: 'Without an upper bound one job may take all of the quota.',
        remedy: 'Set spark.dynamicAllocation.maxExecutors.',
      },
    ];
  }
  return min > max
    ? [
        error(
          'spark.dynamicAllocation.minExecutors',
          `At least ${min} executors is more than at most ${max}.`,
          'Lower it, or raise spark.dynamicAllocation.maxExecutors.',
        ),
      ]
    : [];
}

function error(key: string, message: string, remedy: string): Finding {
  return { level: 'error', field: confField('spec', key), message, remedy };
}
