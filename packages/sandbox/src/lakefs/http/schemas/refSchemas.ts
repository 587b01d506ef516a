import { Schema } from '../Schema';

/** Schemas of request bodies of branches, commits and tags. */
export const refSchemas = {
  BranchCreation: {
    properties: {
      force: {
        default: false,
        type: 'boolean',
      },
      hidden: {
        default: false,
        description:
          'When set, branch will not show up when listing branches by default. *EXPERIMENTAL*',
        type: 'boolean',
      },
      name: {
        type: 'string',
      },
      source: {
        type: 'string',
      },
    },
    required: ['name', 'source'],
    type: 'object',
  },
  ResetCreation: {
    properties: {
      force: {
        default: false,
        type: 'boolean',
      },
      path: {
        type: 'string',
      },
      type: {
        description: 'What to reset according to path.',
        enum: ['object', 'common_prefix', 'reset'],
        type: 'string',
      },
    },
    required: ['type'],
    type: 'object',
  },
  CommitCreation: {
    properties: {
      allow_empty: {
        default: false,
        description: 'sets whether a commit can contain no changes',
        type: 'boolean',
      },
      date: {
        description:
          'set date to override creation date in the commit (Unix Epoch in seconds)',
        format: 'int64',
        type: 'integer',
      },
      force: {
        default: false,
        type: 'boolean',
      },
      message: {
        type: 'string',
      },
      metadata: {
        additionalProperties: {
          type: 'string',
        },
        type: 'object',
      },
    },
    required: ['message'],
    type: 'object',
  },
  Merge: {
    properties: {
      allow_empty: {
        default: false,
        description: 'Allow merge when the branches have the same content',
        type: 'boolean',
      },
      force: {
        default: false,
        description:
          'Allow merge into a read-only branch or into a branch with the same content',
        type: 'boolean',
      },
      message: {
        type: 'string',
      },
      metadata: {
        additionalProperties: {
          type: 'string',
        },
        type: 'object',
      },
      squash_merge: {
        default: false,
        description:
          "If set, set only the destination branch as a parent, which \"squashes\" the merge to\nappear as a single commit on the destination branch.  The source commit is no longer\na part of the merge commit; consider adding it to the 'metadata' or 'message'\nfields.  This behaves like a GitHub or GitLab \"squash merge\", or in Git terms 'git\nmerge --squash; git commit ...'.\n",
        type: 'boolean',
      },
      strategy: {
        description:
          "In case of a merge conflict, this option will force the merge process to automatically favor changes from the dest branch ('dest-wins') or from the source branch('source-wins'). In case no selection is made, the merge process will fail in case of a conflict",
        type: 'string',
      },
    },
    type: 'object',
  },
  CommitOverrides: {
    properties: {
      message: {
        description: 'replace the commit message',
        type: 'string',
      },
      metadata: {
        additionalProperties: {
          type: 'string',
        },
        description: 'replace the metadata of the commit',
        type: 'object',
      },
    },
    type: 'object',
  },
  RevertCreation: {
    properties: {
      allow_empty: {
        default: false,
        description: 'allow empty commit (revert without changes)',
        type: 'boolean',
      },
      commit_overrides: {
        $ref: '#/components/schemas/CommitOverrides',
      },
      force: {
        default: false,
        type: 'boolean',
      },
      parent_number: {
        description:
          'when reverting a merge commit, the parent number (starting from 1) relative to which to perform the revert.',
        type: 'integer',
      },
      ref: {
        description: 'the commit to revert, given by a ref',
        type: 'string',
      },
    },
    required: ['parent_number', 'ref'],
    type: 'object',
  },
  CherryPickCreation: {
    properties: {
      commit_overrides: {
        $ref: '#/components/schemas/CommitOverrides',
      },
      force: {
        default: false,
        type: 'boolean',
      },
      parent_number: {
        description:
          'When cherry-picking a merge commit, the parent number (starting from 1) with which to perform the diff.\nThe default branch is parent 1.\n',
        type: 'integer',
      },
      ref: {
        description: 'the commit to cherry-pick, given by a ref',
        type: 'string',
      },
    },
    required: ['ref'],
    type: 'object',
  },
  TagCreation: {
    description: 'Make tag ID point at this REF.',
    properties: {
      force: {
        default: false,
        type: 'boolean',
      },
      id: {
        description: 'ID of tag to create',
        type: 'string',
      },
      ref: {
        description: 'the commit to tag',
        type: 'string',
      },
    },
    required: ['id', 'ref'],
    type: 'object',
  },
} satisfies Record<string, Schema>;
