import { Schema } from '../Schema';

/** Schemas of request bodies of repositories, their settings, pull requests and accounts. */
export const repositorySchemas = {
  LoginInformation: {
    properties: {
      access_key_id: {
        type: 'string',
      },
      secret_access_key: {
        type: 'string',
      },
    },
    required: ['access_key_id', 'secret_access_key'],
    type: 'object',
  },
  UserCreation: {
    properties: {
      id: {
        description: 'a unique identifier for the user.',
        type: 'string',
      },
      invite_user: {
        type: 'boolean',
      },
    },
    required: ['id'],
    type: 'object',
  },
  GroupCreation: {
    properties: {
      description: {
        type: 'string',
      },
      id: {
        type: 'string',
      },
    },
    required: ['id'],
    type: 'object',
  },
  RepositoryCreation: {
    properties: {
      default_branch: {
        example: 'main',
        type: 'string',
      },
      name: {
        pattern: '^[a-z0-9][a-z0-9-]{2,62}$',
        type: 'string',
      },
      read_only: {
        default: false,
        example: true,
        type: 'boolean',
      },
      sample_data: {
        default: false,
        example: true,
        type: 'boolean',
      },
      storage_id: {
        description:
          'Unique identifier of the underlying data store. *EXPERIMENTAL*',
        type: 'string',
      },
      storage_namespace: {
        description:
          'Filesystem URI to store the underlying data in (e.g. "s3://my-bucket/some/path/")',
        example: 's3://example-bucket/',
        pattern: '^(s3|gs|https?|mem|local|transient)://.*$',
        type: 'string',
      },
    },
    required: ['name', 'storage_namespace'],
    type: 'object',
  },
  RepositoryMetadataSet: {
    properties: {
      metadata: {
        additionalProperties: {
          type: 'string',
        },
        type: 'object',
      },
    },
    required: ['metadata'],
    type: 'object',
  },
  RepositoryMetadataKeys: {
    properties: {
      keys: {
        items: {
          description: 'metadata key',
          type: 'string',
        },
        type: 'array',
      },
    },
    required: ['keys'],
    type: 'object',
  },
  GarbageCollectionRule: {
    properties: {
      branch_id: {
        type: 'string',
      },
      retention_days: {
        type: 'integer',
      },
    },
    required: ['branch_id', 'retention_days'],
    type: 'object',
  },
  GarbageCollectionRules: {
    properties: {
      branches: {
        items: {
          $ref: '#/components/schemas/GarbageCollectionRule',
        },
        type: 'array',
      },
      default_retention_days: {
        type: 'integer',
      },
    },
    required: ['default_retention_days', 'branches'],
    type: 'object',
  },
  BranchProtectionRule: {
    properties: {
      pattern: {
        description:
          'fnmatch pattern for the branch name, supporting * and ? wildcards',
        example: 'stable_*',
        minLength: 1,
        type: 'string',
      },
    },
    required: ['pattern'],
    type: 'object',
  },
  PullRequestCreation: {
    properties: {
      description: {
        type: 'string',
      },
      destination_branch: {
        type: 'string',
      },
      source_branch: {
        type: 'string',
      },
      title: {
        type: 'string',
      },
    },
    required: ['title', 'source_branch', 'destination_branch'],
    type: 'object',
  },
  PullRequestBasic: {
    properties: {
      description: {
        type: 'string',
      },
      status: {
        enum: ['open', 'closed', 'merged'],
        type: 'string',
      },
      title: {
        type: 'string',
      },
    },
    type: 'object',
  },
} satisfies Record<string, Schema>;
