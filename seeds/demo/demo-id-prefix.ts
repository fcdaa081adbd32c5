// How are the rows of the demonstration known from those of an instance?

export const DEMO_ID_PREFIX = 'demo';
