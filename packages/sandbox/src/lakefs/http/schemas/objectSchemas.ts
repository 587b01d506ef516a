import { Schema } from '../Schema';

/** Schemas of request bodies of objects. */
export const objectSchemas = {
  PathList: {
    properties: {
      paths: {
        items: {
          description: 'Object path',
          type: 'string',
        },
        type: 'array',
      },
    },
    required: ['paths'],
    type: 'object',
  },
  ObjectCopyCreation: {
    properties: {
      force: {
        default: false,
        type: 'boolean',
      },
      shallow: {
        default: false,
        description:
          'Create a shallow copy of the object (without copying the actual data). At the moment shallow copy only works for same repository and branch. \nPlease note that shallow copied objects might be in contention with garbage collection and branch retention policies - use with caution.\n',
        type: 'boolean',
      },
      src_path: {
        description: 'path of the copied object relative to the ref',
        type: 'string',
      },
      src_ref: {
        description: 'a reference, if empty uses the provided branch as ref',
        type: 'string',
      },
    },
    required: ['src_path'],
    type: 'object',
  },
  StagingLocation: {
    description: 'location for placing an object when staging it',
    properties: {
      physical_address: {
        type: 'string',
      },
      presigned_url: {
        description:
          'if presign=true is passed in the request, this field will contain a pre-signed URL to use when uploading',
        nullable: true,
        type: 'string',
      },
      presigned_url_expiry: {
        description:
          'If present and nonzero, physical_address is a pre-signed URL and\nwill expire at this Unix Epoch time.  This will be shorter than\nthe pre-signed URL lifetime if an authentication token is about\nto expire.\n\nThis field is *optional*.\n',
        format: 'int64',
        type: 'integer',
      },
    },
    type: 'object',
  },
  StagingMetadata: {
    description: 'information about uploaded object',
    properties: {
      checksum: {
        description:
          'unique identifier of object content on backing store (typically ETag)',
        type: 'string',
      },
      content_type: {
        description: 'Object media type',
        type: 'string',
      },
      force: {
        default: false,
        type: 'boolean',
      },
      mtime: {
        description: 'Unix Epoch in seconds.  May be ignored by server.',
        format: 'int64',
        type: 'integer',
      },
      size_bytes: {
        format: 'int64',
        type: 'integer',
      },
      staging: {
        $ref: '#/components/schemas/StagingLocation',
      },
      user_metadata: {
        additionalProperties: {
          type: 'string',
        },
        type: 'object',
      },
    },
    required: ['staging', 'checksum', 'size_bytes'],
    type: 'object',
  },
  ObjectUserMetadata: {
    additionalProperties: {
      type: 'string',
    },
    type: 'object',
  },
  UpdateObjectUserMetadata: {
    properties: {
      set: {
        $ref: '#/components/schemas/ObjectUserMetadata',
        description: 'Set this object user metadata',
      },
    },
    required: ['set'],
    type: 'object',
  },
  ImportLocation: {
    properties: {
      destination: {
        description:
          "Destination for the imported objects on the branch. Must be a relative path to the branch.\nIf the type is an 'object', the destination is the exact object name under the branch.\nIf the type is a 'common_prefix', the destination is the prefix under the branch.\n",
        example: 'collections/',
        type: 'string',
      },
      path: {
        description:
          "A source location to a 'common_prefix' or to a single object. Must match the lakeFS installation blockstore type.",
        example: 's3://my-bucket/production/collections/',
        type: 'string',
      },
      type: {
        description: "Path type, can either be 'common_prefix' or 'object'",
        enum: ['common_prefix', 'object'],
        type: 'string',
      },
    },
    required: ['type', 'path', 'destination'],
    type: 'object',
  },
  ImportCreation: {
    example: {
      commit: {
        message: 'Importing collections from S3',
      },
      paths: [
        {
          destination: 'collections/',
          path: 's3://my-bucket/production/collections/',
          type: 'common_prefix',
        },
        {
          destination: 'collections/file1',
          path: 's3://my-bucket/production/collections/file1',
          type: 'object',
        },
      ],
    },
    properties: {
      commit: {
        $ref: '#/components/schemas/CommitCreation',
      },
      force: {
        default: false,
        type: 'boolean',
      },
      paths: {
        items: {
          $ref: '#/components/schemas/ImportLocation',
        },
        type: 'array',
      },
    },
    required: ['paths', 'commit'],
    type: 'object',
  },
} satisfies Record<string, Schema>;
