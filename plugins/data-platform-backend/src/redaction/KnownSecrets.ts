import { MASK } from '@millrace/backstage-plugin-data-platform-common';

/** Shorter values stand in innocent words too often. */
const SHORTEST = 8;
const LONGEST = 1_000;
/** Each costs a search of every line. */
const MOST = 50;

/** Values that have turned out to be secret, in all the forms in which programs print them. */
export class KnownSecrets {
  readonly #known = new Set<string>();
  #forms: readonly string[] = [];

  /** @param value - as it stood behind its name, perhaps in quotes */
  learn(value: string): void {
    const bare = value.replace(/^(["'])(.*)\1$/, '$2');
    if (
      bare.length < SHORTEST ||
      bare.length > LONGEST ||
      this.#known.size >= MOST ||
      this.#known.has(bare) ||
      !looksSecret(bare)
    ) {
      return;
    }
    this.#known.add(bare);
    // The longest first: one form may hold another.
    this.#forms = [...new Set([...this.#known].flatMap(formsOf))].sort(
      (a, b) => b.length - a.length,
    );
  }

  /** The text without them. */
  mask(text: string): string {
    let masked = text;
    for (const form of this.#forms) {
      if (masked.includes(form)) masked = masked.split(form).join(MASK);
    }
    return masked;
  }
}

/** What people would not write by themselves; a path, a class or a word behind `secret:` is masked there and nowhere else. */
function looksSecret(value: string): boolean {
  if (/^[/.~]|^[a-z][\w+.-]*:\/\/|^[a-z_]\w*(\.\w+){2,}$/i.test(value)) {
    return false;
  }
  return (
    (/\d/.test(value) && /[a-z]/i.test(value)) ||
    /[^\w\s.:/-]/.test(value) ||
    value.length >= 20
  );
}

/** As it is, in a URL, in JSON, in base64 wherever it begins there, in hex. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const hex = bytes.toString('hex');
  return [
    secret,
    encodeURIComponent(secret.replace(/[\ud800-\udfff]/g, '')),
    new URLSearchParams({ v: secret }).toString().slice(2),
    JSON.stringify(secret).slice(1, -1),
    ...base64Forms(bytes),
    hex,
    hex.toUpperCase(),
  ].filter(form => form.length >= SHORTEST);
}

/**
 * Base64 of a text that holds it depends on where it begins, modulo three: `user:secret` has other letters than
 * `secret`. Letters that the bytes around it have a part in are left off.
 */
function base64Forms(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap(offset => {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes]);
    const first = Math.ceil((offset * 8) / 6);
    const last = Math.floor((padded.length * 8) / 6);
    const core = padded.toString('base64').slice(first, last);
    return [core, core.replace(/\+/g, '-').replace(/\//g, '_')];
  });
}
