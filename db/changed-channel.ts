// Where is a change of the data told? Whoever keeps some of it in memory listens here.

/** Sent by whoever changes the data (imports, editors), whatever the payload. */
export const CHANGED_CHANNEL = 'voisoin_changed';
