import { refusal } from '../errors/status';
import { StatusError } from '../types';

/** The form that a client wants objects in. */
export type Form =
  | { as: 'object' }
  | { as: 'Table'; version: string }
  | { as: 'PartialObjectMetadata'; version: string };

const OBJECT: Form = { as: 'object' };
const TYPES =
  'application/json, application/yaml, application/vnd.kubernetes.protobuf';

interface MediaRange {
  type: string;
  parameters: Record<string, string>;
}

export function parseAccept(header: string | undefined): MediaRange[] {
  return (header ?? '*/*')
    .split(',')
    .map(range => {
      const [type, ...rest] = range.split(';').map(part => part.trim());
      const parameters: Record<string, string> = {};
      for (const part of rest) {
        const [key, value = ''] = part.split('=');
        parameters[key.trim()] = value.trim();
      }
      return { type: type.toLowerCase(), parameters };
    })
    .filter(range => range.type !== '');
}

/**
 * The first form of the Accept header that the server has.
 *
 * @throws 406, which the real server words in two ways
 */
export function negotiate(header: string | undefined): Form {
  const ranges = parseAccept(header);
  let sawForm = false;
  for (const { type, parameters } of ranges) {
    if (!isJson(type)) continue;
    const { as, g, v = 'v1' } = parameters;
    if (!as) return OBJECT;
    sawForm = true;
    if (g !== 'meta.k8s.io' || !['v1', 'v1beta1'].includes(v)) continue;
    if (as === 'Table') return { as, version: v };
    if (as === 'PartialObjectMetadata' || as === 'PartialObjectMetadataList') {
      return { as: 'PartialObjectMetadata', version: v };
    }
  }
  if (sawForm) {
    throw notAcceptable(
      `only the following media types are accepted: ${TYPES}`,
    );
  }
  throw notAcceptable(
    `406: Not Acceptable\n\nAvailable representations: ${TYPES}`,
    {},
  );
}

function isJson(type: string): boolean {
  return ['application/json', '*/*', 'application/*'].includes(type);
}

function notAcceptable(
  message: string,
  details?: Record<string, unknown>,
): StatusError {
  return refusal({ code: 406, reason: 'NotAcceptable', message, details });
}

/** The version of aggregated discovery that a client takes, if it takes any. */
export function aggregatedDiscovery(
  header: string | undefined,
): 'v2' | 'v2beta1' | undefined {
  for (const { parameters } of parseAccept(header)) {
    const { g, v, as } = parameters;
    if (g !== 'apidiscovery.k8s.io' || as !== 'APIGroupDiscoveryList') continue;
    if (v === 'v2' || v === 'v2beta1') return v;
  }
  return undefined;
}
