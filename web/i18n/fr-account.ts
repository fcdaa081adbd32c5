// How French says the accounts of people who keep offers: sign-in, invitations, members.

import type { PasswordFault } from '#domain/account/password-rule.ts';
import type { Role } from '#domain/account/roles.ts';
import { frOrganizations } from './fr-organizations.ts';

const roles: Readonly<Record<Role, string>> = {
  reader: 'Lecture',
  editor: 'Rédaction',
  publisher: 'Publication',
  admin: 'Administration',
  coordinator: 'Coordination du territoire',
  operator: 'Exploitation du site',
};

const roleHints: Readonly<Record<Role, string>> = {
  reader: 'Voit les offres, les signalements et l’historique.',
  editor: 'Prépare les modifications, sans les publier.',
  publisher: 'Modifie, publie et confirme les offres.',
  admin: 'Publie, et gère les membres de l’équipe.',
  coordinator: 'Suit les offres et les besoins du territoire.',
  operator: 'Crée les espaces et invite les équipes.',
};

const passwordFaults: Readonly<Record<PasswordFault, string>> = {
  too_short: 'Trop court : il faut au moins 12 caractères.',
  too_long: 'Trop long : 128 caractères au plus.',
  repeated: 'Trop facile à deviner : ce sont toujours les mêmes caractères.',
  sequence: 'Trop facile à deviner : ce sont des touches qui se suivent.',
  common: 'Trop facile à deviner : ce sont des mots que tout le monde essaie.',
  context:
    'Trop facile à deviner : c’est presque votre nom, celui d’une commune, de l’organisme ou du site.',
};

export const frAccount = {
  nav: 'Espace des organismes',
  space: 'Espace',
  myAccount: 'Mon compte',
  roles,
  roleHints,
  passwordFaults,
  signIn: {
    title: 'Se connecter',
    lead: 'Pour les équipes qui tiennent les offres de transport à jour. Pour chercher un soin ou un trajet, aucun compte n’est nécessaire.',
    email: 'Adresse e-mail',
    password: 'Mot de passe',
    submit: 'Se connecter',
    refused:
      'L’adresse ou le mot de passe n’est pas le bon. Vérifiez les deux, puis essayez encore.',
    tooMany: 'Trop d’essais. Attendez un quart d’heure, puis essayez encore.',
    badEmail: 'Écrivez une adresse e-mail, comme prenom@exemple.fr.',
    emptyPassword: 'Écrivez votre mot de passe.',
    or: 'ou',
    passkey: 'Utiliser une clé d’accès',
    passkeyHint: 'Le téléphone ou l’ordinateur vous reconnaît : empreinte, visage ou code.',
    passkeyFailed:
      'La clé d’accès n’a pas fonctionné. Essayez encore, ou utilisez votre mot de passe.',
    noAccount: 'Pas de compte ?',
    noAccountHow:
      'Un compte s’ouvre sur invitation. Demandez-la à la personne qui administre l’espace de votre organisme.',
    forgotten: 'Mot de passe oublié ?',
    forgottenHow:
      'Utilisez une clé d’accès si vous en avez une, ou demandez un lien à la personne qui exploite le site.',
    demoTitle: 'C’est une démonstration',
    demoLead:
      'Ces personnes sont inventées. Choisissez-en une pour entrer à sa place : chacune a un rôle différent.',
    demoPassword: (password: string) => `Leur mot de passe, le même pour toutes : « ${password} ».`,
  },
  invitation: {
    title: (workspace: string) => `Rejoindre ${workspace}`,
    lead: (role: string) => `On vous propose d’entrer dans cet espace, avec ce rôle : ${role}.`,
    forWhom: (email: string) => `Invitation pour ${email}`,
    until: (date: string) => `Ce lien sert une seule fois, jusqu’au ${date}.`,
    name: 'Votre nom',
    nameHint: 'Comme vos collègues le verront dans l’historique.',
    nameMissing: 'Écrivez votre nom.',
    password: 'Choisissez un mot de passe',
    passwordHint:
      'Au moins 12 caractères. Le plus simple : plusieurs mots sans lien entre eux, avec des espaces.',
    create: 'Créer mon compte et entrer',
    join: 'Rejoindre l’espace',
    joinAs: (email: string) => `Vous utilisez le compte ${email}.`,
    signInFirst: (email: string) => `Un compte existe déjà pour ${email}. Connectez-vous d’abord.`,
    goneTitle: 'Ce lien ne sert plus',
    already: 'Vous l’avez déjà ouvert, et vous avez un compte ?',
    gone: 'Il a déjà été utilisé, il a été repris, ou il a plus de 7 jours. Demandez une nouvelle invitation à la personne qui vous l’a envoyé.',
  },
  reset: {
    title: 'Choisir un nouveau mot de passe',
    lead: (email: string) => `Pour le compte ${email}. Tous ses appareils seront déconnectés.`,
    save: 'Enregistrer ce mot de passe',
    done: 'Votre nouveau mot de passe est enregistré. Connectez-vous avec lui.',
    gone: 'Il a déjà été utilisé, ou il a plus de 24 heures. Demandez-en un autre à la personne qui exploite le site.',
  },
  account: {
    title: 'Mon compte',
    signOut: 'Se déconnecter',
    unsaved: (count: number): string =>
      count === 1
        ? 'Une modification n’est pas encore enregistrée'
        : `${count} modifications ne sont pas encore enregistrées`,
    unsavedWhy:
      'Elle est seulement dans ce navigateur : le réseau manquait. Ouvrez l’offre pour l’enregistrer, ou choisissez ce qu’elle devient.',
    unnamedOffer: 'Offre sans nom',
    leaveKeeping: 'La garder ici et me déconnecter',
    leaveErasing: 'L’effacer et me déconnecter',
    stay: 'Rester connecté',
    spaces: 'Mes espaces',
    noSpace: 'Vous n’êtes membre d’aucun espace pour le moment.',
    demo: 'Compte de démonstration : son mot de passe et ses clés ne changent pas.',
    passwordTitle: 'Changer de mot de passe',
    current: 'Mot de passe actuel',
    currentWrong: 'Ce n’est pas votre mot de passe actuel.',
    next: 'Nouveau mot de passe',
    change: 'Changer le mot de passe',
    changed: 'Votre mot de passe est changé. Vos autres appareils sont déconnectés.',
    passkeysTitle: 'Clés d’accès',
    passkeysLead:
      'Une clé d’accès remplace le mot de passe : votre téléphone ou votre ordinateur vous reconnaît.',
    noPasskey: 'Aucune clé pour le moment.',
    passkeyName: 'Nom de la clé',
    passkeyNameHint: 'Par exemple : téléphone du bureau.',
    passkeyDefault: 'Cet appareil',
    addPasskey: 'Ajouter une clé d’accès',
    passkeyAdded: 'La clé d’accès est ajoutée.',
    passkeyRemoved: 'La clé d’accès est retirée.',
    passkeyFailed: 'La clé n’a pas été ajoutée. Essayez encore.',
    passkeyOld:
      'Pour ajouter une clé, il faut s’être connecté il y a moins de 15 minutes. Déconnectez-vous, puis reconnectez-vous.',
    needsScript: 'Ajouter une clé demande que JavaScript soit permis dans le navigateur.',
    removePasskey: 'Retirer',
    removePasskeyNamed: (name: string) => `Retirer la clé « ${name} »`,
    addedOn: (date: string) => `Ajoutée le ${date}`,
    sessionsTitle: 'Appareils connectés',
    sessionsLead:
      'Vous ne reconnaissez pas un appareil ? Déconnectez-le, puis changez de mot de passe.',
    thisDevice: 'cet appareil',
    unknownDevice: 'Appareil inconnu',
    deviceOn: (browser: string, system: string) => `${browser}, ${system}`,
    signedIn: (when: string) => `Connexion le ${when}`,
    lastUsed: (when: string) => `vu le ${when}`,
    end: 'Déconnecter',
    endNamed: (device: string) => `Déconnecter : ${device}`,
    endOthers: 'Déconnecter tous les autres',
    ended: 'C’est fait : l’appareil est déconnecté.',
  },
  organizations: frOrganizations,
  team: {
    title: 'L’équipe',
    lead: (space: string) =>
      `Qui travaille dans « ${space} », et ce que chaque personne peut y faire.`,
    members: 'Membres',
    you: 'vous',
    role: 'Rôle',
    roleOf: (name: string) => `Rôle de ${name}`,
    save: 'Enregistrer',
    saveOf: (name: string) => `Enregistrer le rôle de ${name}`,
    remove: 'Retirer',
    removeOf: (name: string) => `Retirer ${name} de l’équipe`,
    removeAsk: (name: string) =>
      `${name} n’aura plus accès à cet espace. Ce qui a été écrit reste dans l’historique.`,
    removeSure: 'Oui, retirer',
    keep: 'Non, garder',
    saved: 'Le rôle est changé. Il compte dès maintenant.',
    removed: 'La personne ne fait plus partie de l’équipe.',
    lastManager:
      'Il doit rester au moins une personne qui gère l’équipe. Donnez d’abord ce rôle à quelqu’un d’autre.',
    inviteTitle: 'Inviter quelqu’un',
    inviteEmail: 'Son adresse e-mail',
    invite: 'Inviter',
    inviteLater: 'La personne choisira elle-même son nom et son mot de passe.',
    sent: 'L’invitation est partie par e-mail.',
    handOver: (email: string) => `Voici le lien à donner à ${email}`,
    handOverHow:
      'Il sert une seule fois, pendant 7 jours. Il n’est montré que maintenant : copiez-le tout de suite.',
    copy: 'Copier le lien',
    copied: 'Copié',
    alreadyMember: 'Cette personne fait déjà partie de l’équipe.',
    mailDown: 'Le message n’est pas parti. Essayez encore dans quelques minutes.',
    waitingTitle: 'Invitations en attente',
    waitingUntil: (date: string) => `jusqu’au ${date}`,
    takeBack: 'Reprendre',
    takeBackOf: (email: string) => `Reprendre l’invitation de ${email}`,
    takenBack: 'L’invitation est reprise : son lien ne sert plus.',
    changedMeanwhile: 'Cela a changé entre-temps. Voici l’équipe telle qu’elle est maintenant.',
  },
  show: 'Montrer',
  hide: 'Cacher',
  showPassword: 'Montrer le mot de passe',
};
