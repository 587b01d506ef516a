import { IncomingMessage } from 'node:http';
import { LakeFsError } from '../model/LakeFsError';

/** More than any object that the sandbox has a use for; the real server sets no limit. */
const LIMIT = 64 * 1024 * 1024;

/** Reads the body of a request. @throws LakeFsError 413 */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LIMIT) {
      throw new LakeFsError(
        413,
        `the sandbox takes objects of at most ${LIMIT} bytes`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
