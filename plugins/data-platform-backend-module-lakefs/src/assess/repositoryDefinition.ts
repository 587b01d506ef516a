import {
  Assessment,
  Fact,
} from '@millrace/backstage-plugin-data-platform-common';
import { ResourceDefinition } from '@millrace/backstage-plugin-data-platform-node';
import {
  KIND_REPOSITORY,
  LAKEFS_GROUP,
  LAKEFS_VERSION,
  RepositoryObject,
} from '../model/objects';
import { protects } from '../model/protects';
import { uiLinks } from '../model/uiLinks';

/** A lakeFS repository, as the index knows kinds. */
export const repositoryDefinition: ResourceDefinition<RepositoryObject> = {
  kind: KIND_REPOSITORY,
  match: {
    group: LAKEFS_GROUP,
    versions: [LAKEFS_VERSION],
    plural: 'repositories',
  },
  nature: 'dataset',
  keep: ({ spec, status }) => ({ spec, status }),
  assess: assessRepository,
  facts: repositoryFacts,
  links: ({ metadata, spec }) => [
    { title: 'lakeFS', url: uiLinks.repository(spec.uiUrl, metadata.name) },
  ],
};

function assessRepository({ spec, status }: RepositoryObject): Assessment {
  const base = { evidence: [], remedies: [] };
  if (status.truncated) {
    return {
      ...base,
      health: 'degraded',
      reason: 'TooManyBranches',
      message: `It has more than ${status.branches.toLocaleString(
        'en-US',
      )} branches; the portal shows the first of them.`,
      nextStep: 'Delete branches that nobody needs.',
    };
  }
  const open =
    spec.protection &&
    !spec.protection.some(rule => protects(rule, spec.defaultBranch));
  const words = [
    `${status.branches.toLocaleString('en-US')} branch${
      status.branches === 1 ? '' : 'es'
    }`,
    ...(spec.readOnly ? ['read-only'] : []),
    ...(open ? [`no rule protects ${spec.defaultBranch}`] : []),
    ...(status.waiting > 0 ? [`${status.waiting} not compared yet`] : []),
  ];
  return {
    ...base,
    health: 'healthy',
    reason: spec.readOnly ? 'ReadOnly' : 'Available',
    message: `${words.join('; ')}.`,
  };
}

function repositoryFacts({ spec, status }: RepositoryObject): Fact[] {
  return [
    {
      key: 'branches',
      label: 'Branches',
      value: status.branches.toLocaleString('en-US'),
    },
    { key: 'default', label: 'Default branch', value: spec.defaultBranch },
    ...(spec.protection && spec.protection.length > 0
      ? [
          {
            key: 'protected',
            label: 'Protected',
            value: spec.protection.join(', '),
          },
        ]
      : []),
  ];
}
