// What every handler finds in its context.

/** The little of Node's request the middleware reads; absent when the app is called without a socket. */
type Incoming = { socket?: { remoteAddress?: string | undefined } };

export type HttpEnv = {
  Bindings: {
    incoming?: Incoming;
    /** True when a page rendered here asks the API: no limit, no log line, no compression. */
    inProcess?: boolean;
  };
  /** `isFile`: a built file was sent; the log leaves it out. */
  Variables: { requestId: string; nonce: string; isFile: boolean };
};
