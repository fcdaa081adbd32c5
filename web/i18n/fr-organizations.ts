// How French says the page where spaces are opened for organizations.

import type { WorkspaceKind } from '#domain/account/roles.ts';

const kinds: Readonly<Record<WorkspaceKind, string>> = {
  carrier: 'Association ou transporteur',
  coordination: 'Coordination d’un territoire',
  operation: 'Exploitation du site',
};

const kindHints: Readonly<Record<WorkspaceKind, string>> = {
  carrier: 'Tient ses offres de transport à jour et les publie.',
  coordination: 'Suit les offres, les signalements et les besoins de son territoire.',
  operation: 'Ouvre des espaces, comme vous ici.',
};

export const frOrganizations = {
  title: 'Les organismes',
  lead: 'Chaque organisme a son espace. Vous l’ouvrez et vous invitez la première personne ; ensuite, elle invite les autres.',
  list: 'Espaces ouverts',
  kinds,
  kindHints,
  members: (count: number): string => (count === 1 ? '1 membre' : `${count} membres`),
  nobody: 'Personne ne le gère encore.',
  waiting: (date: string): string => `Une invitation attend une réponse jusqu’au ${date}.`,
  again: 'Inviter une personne',
  againOf: (name: string): string => `Inviter une personne pour ${name}`,
  openTitle: 'Ouvrir un espace',
  name: 'Nom de l’organisme',
  nameHint: 'Tel que les habitants le liront. Par exemple : Mobilité Sud Charente.',
  nameMissing: 'Écrivez un nom, de 2 à 120 caractères.',
  nameTaken: 'Un espace porte déjà ce nom.',
  kind: 'Quel espace ?',
  territories: 'Sur quel territoire ?',
  noTerritory:
    'Aucun territoire n’est encore chargé sur ce site. Le fichier README dit comment en charger un ; l’espace s’ouvre ensuite.',
  territoryMissing: 'Choisissez au moins un territoire.',
  email: 'Adresse e-mail de la première personne',
  emailHint: 'Elle gérera l’équipe. Elle choisira elle-même son nom et son mot de passe.',
  open: 'Ouvrir l’espace et inviter',
  opened: 'L’espace est ouvert, et l’invitation est partie par e-mail.',
  sent: 'L’invitation est partie par e-mail.',
  managed: 'Quelqu’un gère déjà cet espace : c’est à cette personne d’inviter.',
  mailDown: 'Le message n’est pas parti. L’espace est dans la liste : invitez de là.',
  refused: 'Cela n’a pas abouti. Voici les espaces tels qu’ils sont.',
};
