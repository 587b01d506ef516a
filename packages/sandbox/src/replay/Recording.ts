import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHARED_FOLDER } from '../folders';

/** One request to a real API server, and what it answered. */
export interface Recorded {
  name: string;
  request: {
    method: string;
    path: string;
    headers?: Record<string, string | string[]>;
    body?: unknown;
  };
  response: {
    status: number;
    headers?: Record<string, string | string[]>;
    body?: any;
  };
  at_ms?: number | null;
  /** Who called when it was not the administrator. */
  caller?: string;
}

/** A folder beside the repository; undefined where it is absent. */
export function sharedFolder(...path: string[]): string | undefined {
  const folder = join(SHARED_FOLDER, ...path);
  return existsSync(folder) ? folder : undefined;
}

/** The recorded exchanges of a topic; undefined where the recordings are absent. */
export function readRecording(topic: string): Recorded[] | undefined {
  const folder = sharedFolder('recordings', 'kubernetes');
  if (!folder) return undefined;
  return JSON.parse(readFileSync(join(folder, `${topic}.json`), 'utf8'));
}
