import { IncomingHttpHeaders } from 'node:http';
import { LakeFsError } from '../model/LakeFsError';

const META = 'x-lakefs-meta-';

export interface UploadedContent {
  bytes: Uint8Array;
  contentType: string;
}

/** The bytes of an upload: the body itself, or the part `content` of a form. @throws LakeFsError 500 for a form without it */
export async function uploadedContent(
  headers: IncomingHttpHeaders,
  body: Buffer,
): Promise<UploadedContent> {
  const contentType = headers['content-type'] ?? '';
  if (!contentType.startsWith('multipart/form-data')) {
    return { bytes: body, contentType };
  }
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': contentType },
  })
    .formData()
    .catch(() => undefined);
  const content = form?.get('content');
  if (content === null || content === undefined) {
    throw new LakeFsError(
      500,
      "multipart upload missing key 'content': http: no such file",
    );
  }
  if (typeof content === 'string') {
    return { bytes: Buffer.from(content), contentType: '' };
  }
  const bytes = new Uint8Array(await content.arrayBuffer());
  return { bytes, contentType: content.type };
}

/** What users attach to an object, by headers. */
export function userMetadata(
  headers: IncomingHttpHeaders,
): Record<string, string> {
  const found = Object.entries(headers)
    .filter(([name]) => name.startsWith(META))
    .map(([name, value]) => [name.slice(META.length), String(value)]);
  return Object.fromEntries(found);
}
