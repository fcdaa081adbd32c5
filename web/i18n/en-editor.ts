// How English says the editor of an offer, step by step.

export const enEditor = {};
