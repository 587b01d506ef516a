import { Visit, walk } from './walk';

/** A literal secret: where it stands and what to do instead. Never the value. */
export interface LiteralSecret {
  path: string;
  remedy: string;
}

/** What stands in place of a masked value. */
export const MASK = '***';

const SENSITIVE =
  /passw(or)?d|passphrase|secret|token|access[._-]?key|api[._-]?key|private[._-]?key|credential/i;
/** Keys that name or point at something, or switch something: `secretName`, `token.file`, `credentials.provider`. */
const POINTS_AT =
  /(name|names|type|file|path|dir|enabled|provider|class|url|uri|ref|length|ttl|expiry|seconds|interval|renewal|mount)$/i;
/** `spark.kubernetes.driver.secrets.NAME: /mount/path` and `...secretKeyRef.ENV: name:key` are references. */
const SPARK_REFERENCE =
  /^spark\.kubernetes\.(driver|executor)\.(secrets|secretKeyRef)\./;
/** A flag such as `--db-password`, with or without its value. */
const SENSITIVE_FLAG = /^--?([\w.-]+)(=(.*))?$/s;
const KNOWN_FORM =
  /\b(AKIA|ASIA)[0-9A-Z]{16}\b|-----BEGIN [A-Z ]*PRIVATE KEY-----|\bgh[pousr]_[A-Za-z0-9]{36}\b|\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\./;
const URL_WITH_PASSWORD = /[a-z][a-z0-9+.-]*:\/\/[^\s/:@]+:[^\s/@]+@/i;
/** `${env}`, `$(VAR)`, `$VAR` and Iceberg's `env:VAR` are filled in where the job runs. */
const PLACEHOLDER =
  /^(\$(\{[^}]*\}|\([^)]*\)|[A-Z_][A-Z0-9_]*)|env:[A-Z_][A-Z0-9_]*)$/;

/** `-Dpassword=x`, `user=etl;password=x`: settings within one value. */
const SETTING = /([\w.-]+)=("[^"]*"|[^\s,;&"']+)/g;
/** Says nothing, whatever it is called. */
const HARMLESS = /^"?(\d{1,9}|true|false|none|null|)"?$/i;
/** A shorter value stands in innocent words too often to be looked for elsewhere. */
const SHORTEST = 8;

const FROM_SECRET =
  'Keep the value in a Secret of the namespace and refer to it by name (env with valueFrom.secretKeyRef, or a mounted Secret).';

const AS_ENVIRONMENT =
  'Pass it as an environment variable with valueFrom.secretKeyRef in place of an argument.';

/** Literal secrets in a manifest. Whoever may read the entity reads the manifest, so none may stand there. */
export function literalSecrets(manifest: unknown): LiteralSecret[] {
  const found: LiteralSecret[] = [];
  for (const visit of walk(manifest)) {
    const remedy = judge(visit);
    if (remedy) found.push({ path: visit.path, remedy });
  }
  return found;
}

/**
 * The same tree with literal secrets replaced by {@link MASK}, and with them every value that repeats one: who writes a
 * password behind its name often writes it in a command line as well.
 */
export function maskSecrets<T>(manifest: T): T {
  const hidden = new Set<string>();
  const known = new Set<string>();
  for (const visit of walk(manifest)) {
    if (!judge(visit)) continue;
    hidden.add(visit.path);
    for (const secret of secretsIn(String(visit.value))) {
      known.add(secret);
      known.add(encodeURIComponent(secret));
    }
  }
  if (hidden.size === 0) return manifest;
  const repeats = (value: unknown) =>
    typeof value === 'string' &&
    [...known].some(secret => value.includes(secret));
  const copy = structuredClone(manifest);
  for (const { path, key, value, parent } of [...walk(copy)]) {
    if (parent && key !== undefined && (hidden.has(path) || repeats(value))) {
      (parent as Record<string | number, unknown>)[key] = MASK;
    }
  }
  return copy;
}

/** What of a value is secret: all of it, or what stands behind the names in it. */
function secretsIn(value: string): string[] {
  const behindNames = [...value.matchAll(SETTING)]
    .filter(([, name]) => isSensitiveName(name))
    .map(([, , secret]) => secret.replace(/^"|"$/g, ''));
  const secrets = behindNames.length > 0 ? behindNames : [value];
  return secrets.filter(
    secret => secret.length >= SHORTEST && !/^[a-z]+$/i.test(secret),
  );
}

function judge({ key, value, parent }: Visit): string | undefined {
  if (typeof value !== 'string' || value === '' || value === MASK) {
    return undefined;
  }
  if (KNOWN_FORM.test(value)) return FROM_SECRET;
  if (URL_WITH_PASSWORD.test(value)) {
    return 'Take the password out of the URL and read it from a Secret.';
  }
  if (PLACEHOLDER.test(value)) return undefined;
  if (Array.isArray(parent)) return judgeArgument(parent, key as number);
  if (key === 'value' && isSensitiveName((parent as { name?: unknown }).name)) {
    return 'Use valueFrom.secretKeyRef in place of value.';
  }
  if (isSensitiveName(key) || hasSecretSetting(value)) return FROM_SECRET;
  return undefined;
}

function hasSecretSetting(value: string): boolean {
  return [...value.matchAll(SETTING)].some(
    ([, name, set]) =>
      isSensitiveName(name) &&
      set !== MASK &&
      !HARMLESS.test(set) &&
      !PLACEHOLDER.test(set),
  );
}

function judgeArgument(list: unknown[], index: number): string | undefined {
  const own = flagAt(list, index);
  if (own?.[3] && isSensitiveName(own[1]) && !PLACEHOLDER.test(own[3])) {
    return AS_ENVIRONMENT;
  }
  const before = flagAt(list, index - 1);
  const isValue = before && !before[2] && !own;
  if (isValue && isSensitiveName(before[1])) return AS_ENVIRONMENT;
  return !own && hasSecretSetting(String(list[index]))
    ? AS_ENVIRONMENT
    : undefined;
}

function flagAt(list: unknown[], index: number): RegExpExecArray | null {
  const text = list[index];
  return typeof text === 'string' ? SENSITIVE_FLAG.exec(text) : null;
}

function isSensitiveName(name: unknown): boolean {
  return (
    typeof name === 'string' &&
    SENSITIVE.test(name) &&
    !POINTS_AT.test(name) &&
    !SPARK_REFERENCE.test(name)
  );
}
