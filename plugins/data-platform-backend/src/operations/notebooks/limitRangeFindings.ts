import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import {
  amount,
  formatBytes,
  formatCores,
} from '../../integrations/values/amount';
import { code } from '../../integrations/values/plain';
import { errorAt } from '../findings';
import { Room, ServerDemand } from './ServerDemand';

/** What lies outside the bounds of the namespace's LimitRanges. */
export function limitRangeFindings(
  { pod, claims, field }: ServerDemand,
  { limitRanges }: Room,
): Finding[] {
  return limitRanges.flatMap(({ name, limits }) =>
    limits.flatMap(({ type, min, max }) => {
      const check = (
        what: string,
        at: string,
        low: number,
        high: number,
        key: string,
        format: (value: number) => string,
      ): Finding[] => {
        const most = amount(max?.[key]);
        const least = amount(min?.[key]);
        if (most !== undefined && high > most + 1e-6) {
          return [
            errorAt(
              at,
              `The LimitRange ${code(name)} allows at most ${format(
                most,
              )} ${what}, and the server ${
                high > low ? 'may use up to' : 'asks for'
              } ${format(high)}.`,
              'Ask for less.',
            ),
          ];
        }
        return least !== undefined && low < least - 1e-6
          ? [
              errorAt(
                at,
                `The LimitRange ${code(name)} demands at least ${format(
                  least,
                )} ${what}, and the server asks for ${format(low)}.`,
                'Ask for more.',
              ),
            ]
          : [];
      };
      if (type === 'Container' || type === 'Pod') {
        return [
          ...check(
            `CPU for a ${type.toLowerCase()}`,
            field('cpu'),
            pod.cpu,
            pod.cpuLimit ?? pod.cpu,
            'cpu',
            formatCores,
          ),
          ...check(
            `memory for a ${type.toLowerCase()}`,
            field('memory'),
            pod.memory,
            pod.memoryLimit ?? pod.memory,
            'memory',
            formatBytes,
          ),
        ];
      }
      return type === 'PersistentVolumeClaim'
        ? claims.flatMap(({ bytes, field: at }) =>
            check('for a volume', at, bytes, bytes, 'storage', formatBytes),
          )
        : [];
    }),
  );
}
