import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** What may be wrong with an answer; everything is right by default. */
export type Slips = {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  /** Whether the device has verified its person. */
  readonly isVerified?: boolean;
  readonly counter?: number;
  readonly userHandle?: string;
  readonly type?: string;
  readonly isBadlySigned?: boolean;
};

/** What a page asks an authenticator with, as far as this one looks. */
type Asked = { readonly challenge: string; readonly rpId?: string; readonly rp?: { readonly id: string } };

const ORIGIN = 'http://localhost';
const FLAGS = { present: 0x01, verified: 0x04, attested: 0x40, eligible: 0x08, backedUp: 0x10 };

const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest();
const base64url = (bytes: Buffer | string): string => Buffer.from(bytes).toString('base64url');

/** CBOR of the few shapes needed (RFC 8949): a text, a byte string, both shorter than 65,536 bytes. */
const head = (major: number, length: number): Buffer =>
  length < 24
    ? Buffer.from([major | length])
    : length < 256
      ? Buffer.from([major | 24, length])
      : Buffer.from([major | 25, length >> 8, length & 255]);
const bytes = (content: Buffer): Buffer => Buffer.concat([head(0x40, content.length), content]);
const text = (content: string): Buffer => Buffer.concat([head(0x60, content.length), Buffer.from(content)]);

/** A passkey in software: makes and uses one ES256 key as a device would, and as one would that lies. */
export class SoftAuthenticator {
  readonly id = randomBytes(16);
  readonly #key: { publicKey: KeyObject; privateKey: KeyObject };
  readonly #isBackedUp: boolean;
  #counter = 0;
  #userHandle = '';

  constructor({ isBackedUp = false }: { readonly isBackedUp?: boolean } = {}) {
    this.#key = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#isBackedUp = isBackedUp;
  }

  /** The answer to creation options. */
  create(asked: Asked & { readonly user: { readonly id: string } }, slips: Slips = {}): string {
    this.#userHandle = asked.user.id;
    const { x = '', y = '' } = this.#key.publicKey.export({ format: 'jwk' });
    const coordinates = [x, y].map((part) => Buffer.from(part, 'base64url'));
    // {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y} (RFC 9053, 7.1)
    const [cx = Buffer.alloc(0), cy = Buffer.alloc(0)] = coordinates;
    const key = Buffer.concat([
      Buffer.from('a5010203262001', 'hex'),
      Buffer.from([0x21]),
      bytes(cx),
      Buffer.from([0x22]),
      bytes(cy),
    ]);
    const length = Buffer.from([0, this.id.length]);
    const attested = Buffer.concat([Buffer.alloc(16), length, this.id, key]);
    const data = Buffer.concat([this.#data(asked, slips, FLAGS.attested), attested]);
    const parts = [text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0]), text('authData'), bytes(data)];
    const attestationObject = Buffer.concat([Buffer.from([0xa3]), ...parts]);
    return this.#answer({
      clientDataJSON: base64url(this.#client('webauthn.create', asked, slips)),
      attestationObject: base64url(attestationObject),
      transports: ['internal'],
    });
  }

  /** The answer to request options. */
  get(asked: Asked, slips: Slips = {}): string {
    this.#counter = slips.counter ?? (this.#isBackedUp ? 0 : this.#counter + 1);
    const data = this.#data(asked, slips, 0);
    const client = this.#client('webauthn.get', asked, slips);
    const signed = Buffer.concat([data, sha256(slips.isBadlySigned === true ? 'something else' : client)]);
    return this.#answer({
      clientDataJSON: base64url(client),
      authenticatorData: base64url(data),
      signature: base64url(sign('sha256', signed, this.#key.privateKey)),
      userHandle: slips.userHandle ?? this.#userHandle,
    });
  }

  #answer(response: object): string {
    const id = base64url(this.id);
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response });
  }

  #client(type: string, { challenge }: Asked, slips: Slips): string {
    const said = { type: slips.type ?? type, challenge: slips.challenge ?? challenge, origin: slips.origin ?? ORIGIN };
    return JSON.stringify({ ...said, crossOrigin: false });
  }

  #data({ rpId, rp }: Asked, slips: Slips, more: number): Buffer {
    const where = sha256(slips.rpId ?? rpId ?? rp?.id ?? '');
    const backup = this.#isBackedUp ? FLAGS.eligible | FLAGS.backedUp : 0;
    const verified = slips.isVerified === false ? 0 : FLAGS.verified;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.#counter);
    return Buffer.concat([where, Buffer.from([FLAGS.present | verified | backup | more]), counter]);
  }
}
