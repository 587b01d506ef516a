/** An absolute http(s) URL without credentials, or undefined. The operator may leave the scheme out. */
export function safeUrl(address: string | undefined): string | undefined {
  if (!address || address.length > 2_000) {
    return undefined;
  }
  const bare = /^[\w-]+(\.[\w-]+)+(:\d+)?(\/|$)/.test(address);
  try {
    const url = new URL(bare ? `http://${address}` : address);
    return /^https?:$/.test(url.protocol) && !url.username && !url.password
      ? url.href
      : undefined;
  } catch {
    return undefined;
  }
}
