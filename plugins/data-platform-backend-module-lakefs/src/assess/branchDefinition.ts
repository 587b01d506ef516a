import {
  Fact,
  ResourceLink,
} from '@millrace/backstage-plugin-data-platform-common';
import { ResourceDefinition } from '@millrace/backstage-plugin-data-platform-node';
import {
  BranchObject,
  countText,
  KIND_BRANCH,
  LAKEFS_GROUP,
  LAKEFS_VERSION,
} from '../model/objects';
import { uiLinks } from '../model/uiLinks';
import { assessBranch } from './assessBranch';
import { dateText } from './words';

/** A data branch, as the index knows kinds. What `keep` gets is made by this module, so it is kept whole. */
export const branchDefinition: ResourceDefinition<BranchObject> = {
  kind: KIND_BRANCH,
  match: {
    group: LAKEFS_GROUP,
    versions: [LAKEFS_VERSION],
    plural: 'branches',
  },
  nature: 'branch',
  keep: ({ spec, status }) => ({ spec, status }),
  assess: assessBranch,
  facts: branchFacts,
  links: branchLinks,
};

function branchFacts({ spec, status }: BranchObject): Fact[] {
  const { insight, uncommitted } = status;
  const facts: Fact[] = [];
  if (insight && spec.parent) {
    facts.push({
      key: 'ahead',
      label: 'Ahead / behind',
      value: `${countText(insight.ahead)} / ${countText(insight.behind)}`,
    });
  }
  if (uncommitted && uncommitted.n > 0) {
    facts.push({
      key: 'uncommitted',
      label: 'Uncommitted',
      value: countText(uncommitted),
    });
  }
  if (spec.protectedBy !== undefined) {
    facts.push({
      key: 'protected',
      label: 'Protected by',
      value: spec.protectedBy,
    });
  }
  if (spec.purpose)
    facts.push({ key: 'purpose', label: 'Purpose', value: spec.purpose });
  if (spec.expiresAt !== undefined) {
    facts.push({
      key: 'expires',
      label: 'Expires',
      value: dateText(spec.expiresAt),
    });
  }
  return facts;
}

function branchLinks({ metadata, spec, status }: BranchObject): ResourceLink[] {
  const { name, namespace = '' } = metadata;
  const { uiUrl, parent } = spec;
  return [
    { title: 'lakeFS', url: uiLinks.branch(uiUrl, namespace, name) },
    ...(parent
      ? [
          {
            title: `Difference to ${parent}`,
            url: uiLinks.compare(uiUrl, namespace, parent, name),
          },
        ]
      : []),
    ...(status.failure
      ? [
          {
            title: 'Failed check',
            url: uiLinks.run(uiUrl, namespace, status.failure.runId),
          },
        ]
      : []),
  ];
}
