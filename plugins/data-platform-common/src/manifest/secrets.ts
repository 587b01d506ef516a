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
/** `${env}` and `$(VAR)` are filled in where the job runs. */
const PLACEHOLDER = /^\$(\{[^}]*\}|\([^)]*\))$/;

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

/** The same tree with literal secrets replaced by {@link MASK}. */
export function maskSecrets<T>(manifest: T): T {
  const hidden = new Set(literalSecrets(manifest).map(({ path }) => path));
  if (hidden.size === 0) return manifest;
  const copy = structuredClone(manifest);
  for (const { path, key, parent } of [...walk(copy)]) {
    if (hidden.has(path) && parent && key !== undefined) {
      (parent as Record<string | number, unknown>)[key] = MASK;
    }
  }
  return copy;
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
  return isSensitiveName(key) ? FROM_SECRET : undefined;
}

function judgeArgument(list: unknown[], index: number): string | undefined {
  const own = flagAt(list, index);
  if (own?.[3] && isSensitiveName(own[1]) && !PLACEHOLDER.test(own[3])) {
    return AS_ENVIRONMENT;
  }
  const before = flagAt(list, index - 1);
  const isValue = before && !before[2] && !own;
  return isValue && isSensitiveName(before[1]) ? AS_ENVIRONMENT : undefined;
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
