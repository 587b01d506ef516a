/** What the registry of an image answers. */
export type PullResult =
  | { outcome: 'pulled'; sizeBytes: number }
  | { outcome: 'refused'; reason: 'ErrImagePull'; message: string }
  | { outcome: 'invalid'; reason: 'InvalidImageName'; message: string };

/** A reference as containerd resolves it. */
interface Reference {
  host: string;
  repository: string;
  tag: string;
  full: string;
}

const REFERENCE =
  /^(?:(?<host>[a-zA-Z0-9.-]+(?::\d+)?)\/)?(?<repository>[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*)(?::(?<tag>[\w][\w.-]{0,127}))?(?:@sha256:[a-f0-9]{64})?$/;

const isHost = (name: string) =>
  name.includes('.') || name.includes(':') || name === 'localhost';

function parseReference(image: string): Reference | undefined {
  const groups = REFERENCE.exec(image)?.groups;
  if (!groups) return undefined;
  const { host, tag = 'latest' } = groups;
  let repository = groups.repository;
  if (host && !isHost(host)) repository = `${host}/${repository}`;
  const registry = host && isHost(host) ? host : 'docker.io';
  if (registry === 'docker.io' && !repository.includes('/')) {
    repository = `library/${repository}`;
  }
  return {
    host: registry,
    repository,
    tag,
    full: `${registry}/${repository}:${tag}`,
  };
}

/** Tags of the public Spark images that the sandbox's registry has: `4.0.0`, `3.5.6-python3`, `4.0.0-scala2.13-java17-ubuntu`. */
const SPARK_TAG =
  /^(?:latest|v?(?:3\.[3-5]\.\d|4\.[01]\.\d)(?:-(?:preview\d|scala[\d.]+|java\d+|python3|r|ubuntu|hadoop\d))*|python3(?:-java\d+)?|scala|r)$/;
const SPARK_REPOSITORIES = new Set(['apache/spark', 'library/spark']);

/** Names and tags that say themselves that there is no such image. */
const SAYS_MISSING =
  /(?:does-?not-?exist|no-?such|non-?existent|missing|wrong|typo|broken)/i;

const SIZES = [398_412_771, 512_090_344, 671_774_105];

/**
 * The sandbox's registries. Public Spark images exist in the tags that were released; every other image exists unless its
 * name or tag says that it does not (`does-not-exist`, `missing`, `typo`, ...), its host ends in `.invalid` (no such host)
 * or its path holds `private` (no access). Texts are containerd's.
 */
export function pullImage(image: string): PullResult {
  const reference = parseReference(image);
  if (!reference) {
    return {
      outcome: 'invalid',
      reason: 'InvalidImageName',
      message: `Failed to apply default image tag "${image}": couldn't parse image name "${image}": invalid reference format`,
    };
  }
  const { host, repository, tag, full } = reference;
  const refused = (cause: string): PullResult => ({
    outcome: 'refused',
    reason: 'ErrImagePull',
    message: `failed to pull and unpack image "${full}": failed to resolve image: ${cause}`,
  });
  if (host.replace(/:\d+$/, '').endsWith('.invalid')) {
    return refused(
      `failed to do request: Head "https://${host}/v2/${repository}/manifests/${tag}": dial tcp: lookup ${host} on 10.96.0.10:53: no such host`,
    );
  }
  if (repository.split('/').includes('private')) {
    return refused(
      `pull access denied, repository does not exist or may require authorization: authorization failed: no basic auth credentials`,
    );
  }
  const missing =
    SAYS_MISSING.test(repository) ||
    SAYS_MISSING.test(tag) ||
    (SPARK_REPOSITORIES.has(repository) &&
      host === 'docker.io' &&
      !SPARK_TAG.test(tag));
  if (missing) return refused(`${full}: not found`);
  return { outcome: 'pulled', sizeBytes: SIZES[full.length % SIZES.length] };
}
