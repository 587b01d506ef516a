/** Why no usable HTTP answer came from a cluster. */
export type ClusterErrorKind =
  | 'refused'
  | 'dns'
  | 'timeout'
  | 'reset'
  | 'tls'
  | 'credentials'
  | 'protocol'
  | 'too-large'
  | 'aborted';

/** A request that brought no usable answer. The message is one sentence that names the cluster. */
export class ClusterError extends Error {
  readonly kind: ClusterErrorKind;
  readonly cluster: string;
  /** The reason alone, for use inside another sentence: `connection refused`. */
  readonly reason: string;

  constructor(
    cluster: string,
    kind: ClusterErrorKind,
    reason: string,
    options?: { cause?: unknown },
  ) {
    super(`Cluster ${cluster}: ${reason}.`, options);
    this.name = 'ClusterError';
    this.cluster = cluster;
    this.kind = kind;
    this.reason = reason;
  }
}

const CODES: Record<string, [ClusterErrorKind, string]> = {
  ECONNREFUSED: ['refused', 'connection refused'],
  EHOSTUNREACH: ['refused', 'no route to the host'],
  ENETUNREACH: ['refused', 'network unreachable'],
  ENOTFOUND: ['dns', 'its host name does not resolve'],
  EAI_AGAIN: ['dns', 'its host name does not resolve'],
  ECONNRESET: ['reset', 'the connection was cut'],
  EPIPE: ['reset', 'the connection was cut'],
  UND_ERR_SOCKET: ['reset', 'the connection was cut'],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ['reset', 'the answer was cut off'],
  UND_ERR_CONNECT_TIMEOUT: ['timeout', 'no connection within the deadline'],
  UND_ERR_HEADERS_TIMEOUT: ['timeout', 'no answer within the deadline'],
  UND_ERR_BODY_TIMEOUT: ['timeout', 'the answer stopped half-way'],
  ETIMEDOUT: ['timeout', 'no connection within the deadline'],
  UND_ERR_HEADERS_OVERFLOW: ['protocol', 'its answer has oversized headers'],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['tls', 'its certificate is self-signed'],
  SELF_SIGNED_CERT_IN_CHAIN: [
    'tls',
    'its certificate is signed by an authority that is not trusted here',
  ],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: [
    'tls',
    'its certificate is signed by an authority that is not trusted here',
  ],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: [
    'tls',
    'its certificate is signed by an authority that is not trusted here',
  ],
  CERT_HAS_EXPIRED: ['tls', 'its certificate has expired'],
  ERR_TLS_CERT_ALTNAME_INVALID: [
    'tls',
    'its certificate is for another host name',
  ],
};

/** Turns whatever a failed request threw into a {@link ClusterError}. Nothing of the cause's text is shown: it may quote headers. */
export function clusterError(cluster: string, cause: unknown): ClusterError {
  if (cause instanceof ClusterError) {
    return cause;
  }
  const code = errorCode(cause);
  const known = code === undefined ? undefined : CODES[code];
  if (known) {
    return new ClusterError(cluster, known[0], known[1], { cause });
  }
  if (
    code?.startsWith('ERR_SSL') ||
    code?.startsWith('ERR_TLS') ||
    code?.startsWith('ERR_OSSL') ||
    code === 'EPROTO'
  ) {
    return new ClusterError(cluster, 'tls', `TLS failed (${code})`, { cause });
  }
  if (code?.startsWith('HPE_')) {
    return new ClusterError(
      cluster,
      'protocol',
      'it does not answer in HTTP; check scheme and port of its URL',
      { cause },
    );
  }
  return new ClusterError(
    cluster,
    'reset',
    code ? `the request failed (${code})` : 'the request failed',
    { cause },
  );
}

/** The code of an error, or of what it wraps (happy-eyeballs connects throw an AggregateError). */
function errorCode(error: unknown, depth = 0): string | undefined {
  if (typeof error !== 'object' || error === null || depth > 4) {
    return undefined;
  }
  const { code, errors, cause } = error as {
    code?: unknown;
    errors?: unknown;
    cause?: unknown;
  };
  if (typeof code === 'string' && code !== 'UND_ERR_SOCKET') {
    return code;
  }
  const inner = Array.isArray(errors)
    ? errors.map(each => errorCode(each, depth + 1)).find(Boolean)
    : undefined;
  return (
    inner ??
    errorCode(cause, depth + 1) ??
    (typeof code === 'string' ? code : undefined)
  );
}
