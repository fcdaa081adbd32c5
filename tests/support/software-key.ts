// A key (WebAuthn) without a device: answers what a browser would send, for the site and with the proof told.

import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** `origin`: of the page the person is on. `verified`: the device recognised its owner. */
export type Answering = { origin: string; verified: boolean };

export type SoftwareKey = {
  make: (challenge: string, how: Answering) => object;
  answer: (challenge: string, how: Answering) => object;
};

const PRESENT = 0x01;
const VERIFIED = 0x04;
const WITH_KEY = 0x40;

/** Bound to this host (`rpId`), as a device binds it. */
export function createSoftwareKey(host: string): SoftwareKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  const common = { id: id.toString('base64url'), rawId: id.toString('base64url') };
  const told = { ...common, type: 'public-key', clientExtensionResults: {} };
  return {
    make(challenge, how) {
      const length = Buffer.from([id.length >> 8, id.length & 0xff]);
      const attested = Buffer.concat([Buffer.alloc(16), length, id, coseOf(publicKey)]);
      const data = authenticatorData(host, flagsOf(how) | WITH_KEY, attested);
      const response = {
        clientDataJSON: clientData('webauthn.create', challenge, how.origin).toString('base64url'),
        attestationObject: attestationOf(data).toString('base64url'),
        transports: ['internal'],
      };
      return { ...told, response };
    },
    answer(challenge, how) {
      const client = clientData('webauthn.get', challenge, how.origin);
      const data = authenticatorData(host, flagsOf(how), Buffer.alloc(0));
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
      const response = {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', signed, privateKey).toString('base64url'),
      };
      return { ...told, response };
    },
  };
}

const flagsOf = ({ verified }: Answering) => PRESENT | (verified ? VERIFIED : 0);

function clientData(type: string, challenge: string, origin: string): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

/** Counters stay at 0, as those of keys shared between devices. */
function authenticatorData(host: string, flags: number, attested: Buffer): Buffer {
  const hostHash = createHash('sha256').update(host).digest();
  return Buffer.concat([hostHash, Buffer.from([flags, 0, 0, 0, 0]), attested]);
}

/** CBOR: { 1: 2, 3: -7, -1: 1, -2: x, -3: y }. */
function coseOf(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const bytes = (text: string) => Buffer.concat([Buffer.from([0x58, 32]), fromUrl(text)]);
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    bytes(x),
    Buffer.from([0x22]),
    bytes(y),
  ]);
}

/** CBOR: { fmt: 'none', attStmt: {}, authData }. */
function attestationOf(data: Buffer): Buffer {
  const text = (word: string) =>
    Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)]);
  return Buffer.concat([
    Buffer.from([0xa3]),
    text('fmt'),
    text('none'),
    text('attStmt'),
    Buffer.from([0xa0]),
    text('authData'),
    Buffer.from([0x59, data.length >> 8, data.length & 0xff]),
    data,
  ]);
}

const fromUrl = (text: string) => Buffer.from(text, 'base64url');
