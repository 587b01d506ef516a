import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { field, isRecord, numberAt } from '../../values/field';
import { javaMemoryFor, parseJavaMemory } from '../../spark/model/javaMemory';
import { plain } from '../../values/plain';
import { formatCores, amount } from '../../values/amount';
import { SparkRole } from '../../spark/model/sparkSize';
import { sparkSize } from '../model/sparkSize';

const ROLES: readonly SparkRole[] = ['driver', 'executor'];

/** Findings on the sizes of driver and executors. */
export function sizeFindings(spec: unknown, path: string): Finding[] {
  return [
    ...ROLES.flatMap(role =>
      isRecord(field(spec, role)) ? roleFindings(spec, role, path) : [],
    ),
    ...dynamicFindings(spec, path),
  ];
}

function roleFindings(spec: unknown, role: SparkRole, path: string): Finding[] {
  const findings: Finding[] = [];
  const report = (key: string, message: string, remedy: string) =>
    findings.push({
      level: 'error',
      field: `${path}.${role}.${key}`,
      message,
      remedy,
    });
  for (const key of ['memory', 'memoryOverhead']) {
    const value = field(spec, role, key);
    if (value !== undefined && parseJavaMemory(value) === undefined) {
      const shown = plain(String(value), 30);
      const better =
        typeof value === 'string' ? javaMemoryFor(value) : undefined;
      report(
        key,
        `'${shown}' is no size that Spark reads: it wants a whole number with k, m or g.`,
        better ? `Write ${better}.` : 'Write for example 512m or 2g.',
      );
    }
  }
  for (const key of ['cores', 'instances']) {
    const value = field(spec, role, key);
    if (
      value !== undefined &&
      !(Number.isInteger(value) && Number(value) >= 1)
    ) {
      report(
        key,
        `'${plain(String(value), 30)}' is no whole number of at least 1.`,
        key === 'cores'
          ? `For a part of a core set ${path}.${role}.coreRequest, for example 500m.`
          : 'Write for example 2.',
      );
    }
  }
  for (const key of ['coreRequest', 'coreLimit']) {
    const value = field(spec, role, key);
    if (
      value !== undefined &&
      (typeof value !== 'string' || amount(value) === undefined)
    ) {
      report(
        key,
        `'${plain(String(value), 30)}' is no amount of CPU as text.`,
        'Write for example "2" or "500m".',
      );
    }
  }
  const size = sparkSize(spec)[role];
  if (size.cpuLimit !== undefined && size.cpuLimit < size.cpu) {
    report(
      'coreLimit',
      `The limit of ${formatCores(
        size.cpuLimit,
      )} CPU is lower than the ${formatCores(
        size.cpu,
      )} that the ${role} asks for, so its pod is refused.`,
      `Write at least ${formatCores(size.cpu)}.`,
    );
  }
  return findings;
}

function dynamicFindings(spec: unknown, path: string): Finding[] {
  const min = numberAt(spec, 'dynamicAllocation', 'minExecutors');
  const max = numberAt(spec, 'dynamicAllocation', 'maxExecutors');
  if (min !== undefined && max !== undefined && min > max) {
    return [
      {
        level: 'error',
        field: `${path}.dynamicAllocation.minExecutors`,
        message: `At least ${min} executors is more than at most ${max}.`,
        remedy: 'Lower minExecutors, or raise maxExecutors.',
      },
    ];
  }
  if (
    field(spec, 'dynamicAllocation', 'enabled') === true &&
    max === undefined
  ) {
    return [
      {
        level: 'warning',
        field: `${path}.dynamicAllocation.maxExecutors`,
        message: 'Without an upper bound one job may take all of the quota.',
        remedy: 'Set maxExecutors.',
      },
    ];
  }
  return [];
}
