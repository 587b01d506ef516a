import { MASK } from '@millrace/backstage-plugin-data-platform-common';

const MIN_LENGTH = 6;

/** Takes values that are known to be secret out of a text: as they are, URL-encoded, in base64 and in hex. */
export function redactKnown(text: string, secrets: readonly string[]): string {
  const forms = new Set<string>();
  for (const secret of secrets) {
    // What is shorter would mask half of every log, and protects nothing.
    if (secret.length >= MIN_LENGTH) {
      encodings(secret).forEach(form => forms.add(form));
    }
  }
  let clean = text;
  for (const form of [...forms].sort((a, b) => b.length - a.length)) {
    clean = clean.split(form).join(MASK);
  }
  return clean;
}

function encodings(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    encodeURIComponent(secret).replace(/%20/g, '+'),
    bytes.toString('hex'),
    ...base64Forms(bytes),
  ];
}

/** Base64 of a text that holds the secret depends on where in it the secret begins: three ways, less the shared edges. */
function base64Forms(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap(offset => {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes]);
    const text = padded.toString('base64').replace(/=+$/, '');
    const first = Math.ceil((offset * 8) / 6);
    const last = Math.floor((padded.length * 8) / 6);
    const core = text.slice(first, last);
    const url = core.replace(/\+/g, '-').replace(/\//g, '_');
    return core.length >= MIN_LENGTH ? [core, url] : [];
  });
}
