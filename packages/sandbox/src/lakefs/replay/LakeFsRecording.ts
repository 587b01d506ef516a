import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedFolder } from '../../replay/Recording';

/** One request to a real lakeFS server, and what it answered. */
export interface RecordedExchange {
  name: string;
  why: string;
  request: {
    method: string;
    path: string;
    auth?:
      | 'basic'
      | 'bearer'
      | 'wrong'
      | 'unknown'
      | 'badbearer'
      | 'none'
      | 'sigv4';
    headers?: Record<string, string>;
    body?: any;
  };
  /** Absent for facts without an exchange. */
  response?: {
    status: number;
    headers?: Record<string, string>;
    body?: any;
    /** What was cut from a long body. */
    elided?: string;
  };
  /** How many were sent at once. */
  parallel?: number;
}

/** The recorded exchanges of a topic; undefined where the recordings are absent. */
export function readLakeFsRecording(
  topic: string,
): RecordedExchange[] | undefined {
  const folder = sharedFolder('recordings', 'lakefs');
  if (!folder) return undefined;
  return JSON.parse(readFileSync(join(folder, `${topic}.json`), 'utf8'));
}
