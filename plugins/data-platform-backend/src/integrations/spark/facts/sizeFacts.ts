import { Fact } from '@millrace/backstage-plugin-data-platform-common';
import { formatBytes, formatCores } from '../../values/amount';
import { SparkSize } from '../model/sparkSize';
import { fact } from '../../verdicts/fact';

/** What one run of a definition asks for: from `spec`, or from `spec.template` of a schedule. */
export function sizeFacts(size: SparkSize): readonly Fact[] {
  const { driver, executor, demand } = size;
  const count = demand.dynamic ? demand.max ?? demand.initial : demand.initial;
  const upTo = demand.dynamic ? 'up to ' : '';
  return [
    ...fact(
      'cores',
      'Cores asked',
      `${upTo}${formatCores(driver.cpu + count * executor.cpu)}`,
    ),
    ...fact(
      'memory',
      'Memory asked',
      `${upTo}${formatBytes(driver.memory + count * executor.memory)}`,
    ),
  ];
}
