import {
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
} from 'node:crypto';

/** A key and the certificate that vouches for it, both PEM. */
export interface Certificate {
  key: string;
  certificate: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

const OID = {
  commonName: '550403',
  ecdsaWithSha256: '2a8648ce3d040302',
  subjectAltName: '551d11',
  basicConstraints: '551d13',
  extendedKeyUsage: '551d25',
  serverAuth: '2b06010505070301',
};

function element(tag: number, content: Buffer): Buffer {
  const { length } = content;
  if (length < 0x80)
    return Buffer.concat([Buffer.from([tag, length]), content]);
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest >>= 8) bytes.unshift(rest & 0xff);
  return Buffer.concat([
    Buffer.from([tag, 0x80 | bytes.length, ...bytes]),
    content,
  ]);
}

const sequence = (...parts: Buffer[]) => element(0x30, Buffer.concat(parts));
const set = (...parts: Buffer[]) => element(0x31, Buffer.concat(parts));
const tagged = (tag: number, part: Buffer) => element(tag, part);
const integer = (bytes: Buffer) => element(0x02, bytes);
const boolean = (value: boolean) =>
  element(0x01, Buffer.from([value ? 0xff : 0]));
const oid = (hex: string) => element(0x06, Buffer.from(hex, 'hex'));
const utf8 = (text: string) => element(0x0c, Buffer.from(text));
const bitString = (bytes: Buffer) =>
  element(0x03, Buffer.concat([Buffer.from([0]), bytes]));
const extension = (id: string, value: Buffer) =>
  sequence(oid(id), element(0x04, value));

/**
 * A self-signed certificate for a server on loopback (RFC 5280, in DER by hand: Node can read certificates but not make
 * them). It is there because kubectl sends no credentials over plain HTTP.
 */
export function selfSignedCertificate(now: number): Certificate {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicKey = createPublicKey(privateKey).export({
    type: 'spki',
    format: 'der',
  });
  const algorithm = sequence(oid(OID.ecdsaWithSha256));
  const name = sequence(
    set(sequence(oid(OID.commonName), utf8('millrace-sandbox'))),
  );
  const body = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([0x40]), randomBytes(8)])),
    algorithm,
    name,
    sequence(utcTime(now - DAY_MS), utcTime(now + 10 * 365 * DAY_MS)),
    name,
    publicKey,
    tagged(
      0xa3,
      sequence(
        extension(OID.basicConstraints, sequence(boolean(true))),
        extension(OID.extendedKeyUsage, sequence(oid(OID.serverAuth))),
        extension(
          OID.subjectAltName,
          sequence(
            element(0x82, Buffer.from('localhost')),
            element(0x87, Buffer.from([127, 0, 0, 1])),
          ),
        ),
      ),
    ),
  );
  const signature = sign('sha256', body, privateKey);
  const der = sequence(body, algorithm, bitString(signature));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: `-----BEGIN CERTIFICATE-----\n${der
      .toString('base64')
      .replace(/(.{64})/g, '$1\n')
      .trim()}\n-----END CERTIFICATE-----\n`,
  };
}

function utcTime(ms: number): Buffer {
  const text = new Date(ms).toISOString().replace(/\D/g, '').slice(2, 14);
  return element(0x17, Buffer.from(`${text}Z`));
}
