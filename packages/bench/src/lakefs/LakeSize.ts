/** Name of the repository that is measured. */
export const REPOSITORY = 'sales-lake';
/** Name of the server in the portal's configuration. */
export const SERVER = 'lake';

/** How much lies on the lakeFS server. */
export interface LakeSize {
  branches: number;
  /** That differ between the default branch and every other. */
  objects: number;
}

/** Where the server is, and its key. */
export interface LakeAddress {
  url: string;
  accessKeyId: string;
  secretAccessKey: string;
}
