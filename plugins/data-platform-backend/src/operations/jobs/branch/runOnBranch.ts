import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import {
  CONF_BRANCH_URI,
  DataBranchRef,
  KubernetesManifest,
  RunTarget,
} from '@millrace/backstage-plugin-data-platform-node';
import { ReplacedSetting } from '../../../integrations/spark/manifest/targetConf';
import { argumentsOf } from '../jobRunValues';
import { rendererOf } from '../sparkRenderers';
import { branchVariables, withBranchVariables } from './branchArguments';

/** The object of a run, pointed at a branch, and what is to be said of that. */
export function runOnBranch(
  run: KubernetesManifest,
  { branch, repository }: DataBranchRef,
  target: RunTarget,
): { object: KubernetesManifest; findings: Finding[] } {
  const { withRunTarget, withRunValues } = rendererOf(run);
  const texts = argumentsOf(run);
  const filled = withBranchVariables(texts, target.variables);
  const pointed = withRunTarget(run, target);
  const object =
    branchVariables(texts).length > 0
      ? withRunValues(pointed.run, { arguments: filled.arguments })
      : pointed.run;
  return {
    object,
    findings: [
      ...filled.findings,
      ...pointed.replaced.map(replacedFinding),
      ...(namesBranch(filled.arguments, branch)
        ? []
        : [
            {
              level: 'warning' as const,
              field: 'arguments',
              message: `No argument names branch ${branch} of ${repository}: the job works on it only if its program reads the setting ${CONF_BRANCH_URI}.`,
              remedy:
                'Put {{branch.uri}} into the arguments where the path of the data belongs.',
            },
          ]),
    ],
  };
}

function namesBranch(texts: readonly string[], branch: string): boolean {
  return texts.some(text => text.split(/[^\w-]+/).includes(branch));
}

/** The job's own setting loses: with it the run would read or write somewhere else than the person has said. */
function replacedFinding({ path, key }: ReplacedSetting): Finding {
  return {
    level: 'warning',
    field: `${path}["${key.slice(0, 120)}"]`,
    message: `The job's own setting ${key} does not count in this run: the branch needs another.`,
  };
}
