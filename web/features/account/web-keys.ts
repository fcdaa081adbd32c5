// How does the browser ask a key (WebAuthn), and how is its answer written in JSON?

type Json = Record<string, unknown>;

/** False where the browser knows no keys, or the page is not served safely. */
export function knowsKeys(): boolean {
  return typeof PublicKeyCredential !== 'undefined' && window.isSecureContext;
}

/** Rejects when the person closes the question, or no key of theirs answers. */
export async function makeKey(options: Json): Promise<Json> {
  const user = options['user'] as Json;
  const publicKey = {
    ...options,
    challenge: toBytes(options['challenge']),
    user: { ...user, id: toBytes(user['id']) },
    excludeCredentials: toDescriptors(options['excludeCredentials']),
  } as unknown as PublicKeyCredentialCreationOptions;
  return toJson(await navigator.credentials.create({ publicKey }));
}

export async function askKey(options: Json): Promise<Json> {
  const publicKey = {
    ...options,
    challenge: toBytes(options['challenge']),
    allowCredentials: toDescriptors(options['allowCredentials']),
  } as unknown as PublicKeyCredentialRequestOptions;
  return toJson(await navigator.credentials.get({ publicKey }));
}

function toJson(credential: Credential | null): Json {
  if (!(credential instanceof PublicKeyCredential)) throw new Error('No key answered');
  const { id, type, rawId, response } = credential;
  const common = {
    id,
    type,
    rawId: toText(rawId),
    clientExtensionResults: credential.getClientExtensionResults(),
  };
  const clientDataJSON = toText(response.clientDataJSON);
  if (response instanceof AuthenticatorAttestationResponse) {
    const attestationObject = toText(response.attestationObject);
    const transports = response.getTransports();
    return { ...common, response: { clientDataJSON, attestationObject, transports } };
  }
  const { authenticatorData, signature, userHandle } = response as AuthenticatorAssertionResponse;
  return {
    ...common,
    response: {
      clientDataJSON,
      authenticatorData: toText(authenticatorData),
      signature: toText(signature),
      ...(userHandle === null ? {} : { userHandle: toText(userHandle) }),
    },
  };
}

function toDescriptors(list: unknown): unknown[] {
  return ((list ?? []) as Json[]).map((each) => ({ ...each, id: toBytes(each['id']) }));
}

function toBytes(text: unknown): Uint8Array {
  const base64 = String(text).replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function toText(buffer: ArrayBuffer): string {
  const binary = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
