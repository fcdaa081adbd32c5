// What every handler finds in its context.

/** The little of Node's request the middleware reads; absent when the app is called without a socket. */
type Incoming = { socket?: { remoteAddress?: string | undefined } };

/** Who is signed in: read from the session in the database at each request. */
export type Person = { userId: string; name: string; email: string; sessionId: string };

export type HttpEnv = {
  Bindings: {
    incoming?: Incoming;
    /** True when a page rendered here asks the API: no limit, no log line, no compression. */
    inProcess?: boolean;
  };
  Variables: {
    requestId: string;
    nonce: string;
    /** A built file was sent; the log leaves it out. */
    isFile: boolean;
    /** Null: not signed in. Known under /api/account and /api/workspaces only. */
    person: Person | null;
  };
};
