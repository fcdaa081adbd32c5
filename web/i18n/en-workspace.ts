// How English says the space of an organization: its offers, their state, what is saved.

export const enWorkspace = {};
