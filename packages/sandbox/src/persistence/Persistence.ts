import { LogStore, StoredLog } from '../logs/LogStore';
import { Database, StoredObject } from '../store/Database';

/** Where a sandbox keeps its objects and logs between two lives. */
export interface Persistence {
  /** The version to go on from: never less than any version that a client has seen. */
  readonly version: number;
  objects(): Iterable<StoredObject>;
  logs(): Iterable<StoredLog>;
  /** Begins to follow the changes; writes them in batches, off the path of the request that made them. */
  attach(database: Database, logs: LogStore): void;
  /** Writes what is left and lets go of the files. */
  close(): void;
}
