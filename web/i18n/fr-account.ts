// How French says the accounts of people who keep offers: sign-in, invitations, members.

export const frAccount = {};
