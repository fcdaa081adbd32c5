// How French says the space of an organization: its offers, their state, what is saved.

export const frWorkspace = {};
