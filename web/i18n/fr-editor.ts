// How French says the editor of an offer, step by step.

export const frEditor = {};
