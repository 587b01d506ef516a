import { PodEvidence } from '@millrace/backstage-plugin-data-platform-node';
import { plain } from '../../values/plain';
import { containerOf } from '../model/podEnd';
import { amount, formatBytes } from '../../values/amount';
import { PodSettings } from '../../pods/podSettings';
import { PodSize, SparkRole } from '../model/sparkSize';

/** How much memory one pod may use: its limit, else what Spark asks for. */
export function memoryAllowed(
  pod: PodEvidence | undefined,
  role: SparkRole,
  size: PodSize,
): string {
  const limit = amount(containerOf(pod, role)?.limits.memory);
  return formatBytes(limit ?? size.memory);
}

/** Which setting to raise, and what it is now. */
export function raiseMemory(settings: PodSettings, size: PodSize): string {
  const overhead = size.overheadText
    ? `now ${plain(size.overheadText, 20)}`
    : `not set, so ${Math.round(
        size.overheadFactor * 100,
      )} % of memory and at least 384m`;
  return `Raise \`${settings.memory}\` (now ${plain(
    size.memoryText,
    20,
  )}) or \`${settings.memoryOverhead}\` (${overhead}).`;
}
