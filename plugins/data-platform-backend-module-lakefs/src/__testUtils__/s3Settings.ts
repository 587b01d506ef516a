import { SparkSettings } from '../spark/SparkSettings';

/** Settings of a server whose jobs go by its gateway for S3. */
export const s3Settings: SparkSettings = {
  endpoint: 'https://lake.example.com',
  mode: 's3',
  credentials: {
    secretName: 'lakefs',
    accessKeyIdKey: 'id',
    secretAccessKeyKey: 'key',
  },
};
