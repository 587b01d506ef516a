import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';
import { field, isRecord } from '../../../integrations/values/field';
import { isSchedule } from '../jobObjects';
import { rendererOf } from '../sparkRenderers';
import { branchVariables } from './branchArguments';

/**
 * Arguments that name a branch, in a schedule: its runs are started by the operator, on no branch and with the text as it
 * stands. One that is suspended starts none yet, and may be there to be run by hand.
 */
export function branchInSchedule(manifest: KubernetesManifest): Finding[] {
  const spec = field(manifest, 'spec');
  if (!isSchedule(manifest) || !isRecord(spec)) return [];
  const [, ...path] = rendererOf(manifest).argumentsAt;
  const texts = field(spec, 'template', ...path);
  if (!Array.isArray(texts)) return [];
  const at = texts.findIndex(text => branchVariables([String(text)]).length);
  if (at < 0) return [];
  const [name] = branchVariables([String(texts[at])]);
  const suspended = spec.suspend === true;
  return [
    {
      level: suspended ? 'warning' : 'error',
      field: `spec.template.${path.join('.')}[${at}]`,
      message: `Runs of a schedule are on no data branch${
        suspended ? ', once it is resumed' : ''
      }: their program would be given {{${name}}} as it stands.`,
      remedy:
        'Write the path of the data itself, or register a job without a schedule that people run on a branch.',
    },
  ];
}
