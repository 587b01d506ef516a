/** The first bytes of an answer, at most `most`; the rest is not read. */
export async function beginningOf(
  response: Response,
  most: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size >= most) break;
  }
  return new Uint8Array(Buffer.concat(chunks).subarray(0, most));
}
