// How do people prove who they are? The library's calls, without its doors: no address of its own, no
// sign-up, no change of address; our routes decide who may call what.

import { passkey } from '@better-auth/passkey';
import { APIError } from 'better-auth/api';
import { betterAuth } from 'better-auth/minimal';
import { createPasswordHasher, type PasswordHasher } from '#api/runtime/password-hash.ts';
import type { Database } from '#db/database.ts';
import { signInTables } from '#db/sign-in-tables.ts';
import { PASSWORD_LENGTH } from '#domain/account/password-rule.ts';

/** Without a request for that long, a session ends. */
export const IDLE_SECONDS = 12 * 3600;
/** Used or not, a session ends after that. */
export const ABSOLUTE_MS = 30 * 24 * 3_600_000;
/** How long after signing in a way to sign in may be added. */
const FRESH_SECONDS = 15 * 60;
/** A session in use is written down again no more often. */
const NOTE_USE_SECONDS = 15 * 60;
/** An address nobody decided is taken from requests: a few are kept. */
const MOST_ORIGINS = 8;

export type SignInSettings = {
  db: Database;
  /** Signs cookies: a row of the database alone opens nothing. */
  secret: string;
  hasher?: PasswordHasher;
};

export type SignIn = {
  /** The calls, for people who read the site at this address (`https://host`). */
  at: (origin: string) => Calls;
  hasher: PasswordHasher;
  secret: string;
};

export type Calls = ReturnType<typeof createCalls>;

/** What a key answers, as the browser gives it: the library checks its shape. */
export type KeyAnswer = NonNullable<
  Parameters<Calls['verifyPasskeyAuthentication']>[0]
>['body']['response'];

export function createSignIn(settings: SignInSettings): SignIn {
  const hasher = settings.hasher ?? createPasswordHasher();
  const known = new Map<string, Calls>();
  return {
    hasher,
    secret: settings.secret,
    at(origin) {
      const calls = known.get(origin) ?? createCalls({ ...settings, hasher }, origin);
      known.delete(origin);
      known.set(origin, calls);
      if (known.size > MOST_ORIGINS) known.delete(known.keys().next().value ?? origin);
      return calls;
    },
  };
}

/** `__Host-` is refused by browsers unless the site is https and the cookie is for this host alone. */
export function sessionCookieName(origin: string): string {
  return cookieName(origin, 'session');
}

function cookieName(origin: string, name: string): string {
  return `${origin.startsWith('https:') ? '__Host-' : ''}voisoin-${name}`;
}

function createCalls({ db, secret, hasher }: Required<SignInSettings>, origin: string) {
  const cookie = (name: string) => ({ name: cookieName(origin, name) });
  const auth = betterAuth({
    appName: 'Voisoin',
    baseURL: origin,
    basePath: '/api/account',
    // As a list: the environment can then bring no other secret in.
    secrets: [{ version: 1, value: secret }],
    database: signInTables(db),
    telemetry: { enabled: false },
    logger: { disabled: true },
    trustedOrigins: [origin],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
      password: hasher,
    },
    session: {
      expiresIn: IDLE_SECONDS,
      updateAge: NOTE_USE_SECONDS,
      freshAge: FRESH_SECONDS,
      cookieCache: { enabled: false },
    },
    verification: { storeIdentifier: 'hashed' },
    // Counted by ours, in the database and by network: its own believes any X-Forwarded-For.
    rateLimit: { enabled: false },
    advanced: {
      useSecureCookies: false,
      defaultCookieAttributes: {
        secure: origin.startsWith('https:'),
        httpOnly: true,
        sameSite: 'lax',
        path: '/',
      },
      cookies: {
        session_token: cookie('session'),
        session_data: cookie('session-data'),
        dont_remember: cookie('brief'),
        'passkey-challenge': cookie('challenge'),
      },
      ipAddress: { disableIpTracking: true },
    },
    plugins: [
      passkey({
        rpID: new URL(origin).hostname,
        rpName: 'Voisoin',
        origin,
        advanced: { webAuthnChallengeCookie: 'passkey-challenge' },
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: {
          requireSession: true,
          afterVerification: ({ verification }) => {
            if (verification.registrationInfo?.userVerified !== true) throw notVerified();
          },
        },
        authentication: {
          afterVerification: ({ verification }) => {
            if (!verification.authenticationInfo.userVerified) throw notVerified();
          },
        },
      }),
    ],
  });
  return auth.api;
}

/** The key was used, but nothing says by whom: no finger, no face, no code. */
function notVerified(): APIError {
  return new APIError('UNAUTHORIZED', { code: 'USER_NOT_VERIFIED', message: 'User not verified' });
}
