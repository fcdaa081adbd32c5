// How French says the pages of an organization's space: its offers, their versions, its history.

import type { OfferStatus } from '#domain/transport/offer.ts';
import { frFormat as f } from '#web/i18n/fr-format.ts';

const count = (number: number, one: string, many: string) => (number < 2 ? one : many);

const STATES: Record<OfferStatus | 'not_published' | 'withdrawn' | 'archived', string> = {
  active: 'En ligne',
  to_confirm: 'À confirmer',
  to_document: 'À documenter',
  suspended: 'Interrompu',
  historic: 'Historique',
  not_published: 'Brouillon',
  withdrawn: 'Retirée du site',
  archived: 'Rangé',
};

const STRAIGHT = {
  combien: 'le prix',
  quand: 'les jours et les heures',
  ou: 'la zone',
  reserver: 'la réservation',
};

const ACTIONS: Readonly<Record<string, string>> = {
  'offer.created': 'a commencé l’offre',
  'draft.draft_saved': 'a modifié le brouillon',
  'draft.draft_discarded': 'a abandonné un brouillon',
  'offer.published': 'a publié',
  'offer.restored': 'a remis une version précédente',
  'offer.scheduled': 'a programmé une publication',
  'offer.schedule_cancelled': 'a annulé une publication prévue',
  'offer.withdrawn': 'a retiré l’offre du site',
  'offer.suspended': 'a interrompu le service',
  'offer.resumed': 'a remis le service en route',
  'offer.verified': 'a dit : toujours valable',
  'offer.review_changed': 'a changé le rythme de vérification',
  'offer.archived': 'a rangé l’offre',
  'offer.unarchived': 'a ressorti l’offre',
  'case.created': 'a ajouté un cas à essayer',
  'case.changed': 'a modifié un cas à essayer',
  'case.removed': 'a retiré un cas à essayer',
  'invitation.invited': 'a invité quelqu’un',
  'invitation.revoked': 'a repris une invitation',
  'member.role_changed': 'a changé un rôle',
  'member.removed': 'a retiré quelqu’un de l’équipe',
  'member.joined': 'a rejoint l’équipe',
  'workspace.created': 'a ouvert l’espace',
  'workspace.reminded': 'a rappelé par e-mail les offres à vérifier',
  'workspace.reminder_failed': 'n’a pas pu envoyer le rappel par e-mail',
  'report.reviewed': 'a répondu à un signalement',
  'overlay.created': 'a dit quelque chose d’une ligne',
  'overlay.changed': 'a changé ce qui est dit d’une ligne',
  'overlay.removed': 'a retiré ce qui était dit d’une ligne',
  'trips.counted': 'a compté les trajets d’un mois',
};

const SUBJECTS: Readonly<Record<string, string>> = {
  offer: 'une offre',
  draft: 'un brouillon',
  case: 'un cas à essayer',
  overlay: 'une ligne',
  trips: 'le compte des trajets',
  report: 'un signalement',
  member: 'l’équipe',
  invitation: 'une invitation',
  workspace: 'l’espace',
};

export const frWorkspacePages = {
  nav: {
    label: 'Les pages de cet espace',
    offers: 'Offres',
    reports: 'Signalements',
    freshness: 'Fraîcheur',
    trips: 'Trajets',
    demand: 'Demandes',
    observatory: 'Observatoire',
    lines: 'Lignes',
    files: 'Fichiers',
    history: 'Historique',
    organizations: 'Organismes',
    team: 'Équipe',
  },
  offers: {
    title: (name: string): string => `Les offres de ${name}`,
    lead: 'Ce que lisent les habitants, tenu à jour par vous.',
    none: 'Aucune offre pour le moment.',
    noneNext: 'Commencez la première : un nom suffit, vous compléterez ensuite.',
    due: (number: number): string =>
      number === 1 ? '1 offre à vérifier' : `${number} offres à vérifier`,
    dueWhy:
      'Passé cette date, les habitants lisent « à confirmer ». Relisez, puis dites en un geste que tout est encore vrai.',
    drafts: (number: number): string =>
      number === 1 ? '1 brouillon à publier' : `${number} brouillons à publier`,
    states: STATES,
    verified: (date: string, by: string | null): string =>
      `vérifié le ${f.factDate(date)}${by === null ? '' : ` par ${by}`}`,
    neverVerified: 'jamais vérifié',
    stillTrue: (date: string): string => `à revoir avant le ${f.factDate(date)}`,
    wasDue: (date: string): string => `à revoir depuis le ${f.factDate(date)}`,
    draftOf: (date: string, by: string | null): string =>
      `brouillon du ${f.factDate(date)}${by === null ? '' : `, par ${by}`}`,
    planned: (date: string, minute: number): string =>
      `publication prévue ${f.date(date)} à ${f.hour(minute)}`,
    suspended: (from: string, until: string | null): string =>
      until === null
        ? `interrompu depuis le ${f.factDate(from)}, jusqu’à nouvel ordre`
        : `interrompu du ${f.factDate(from)} au ${f.factDate(until)}`,
    willSuspend: (from: string, until: string | null): string =>
      until === null
        ? `s’interrompra le ${f.factDate(from)}, jusqu’à nouvel ordre`
        : `s’interrompra du ${f.factDate(from)} au ${f.factDate(until)}`,
    archivedOn: (date: string): string => `rangé le ${f.factDate(date)}`,
    edit: 'Modifier',
    read: 'Relire',
    finish: 'Continuer le brouillon',
    /** `does`: what is written on the button. */
    editOf: (does: string, name: string): string => `${does} : ${name}`,
    confirm: 'Toujours valable',
    confirmOf: (name: string): string => `Toujours valable : ${name}`,
    straight: 'Changer seulement :',
    straightTo: STRAIGHT,
    straightOf: (step: keyof typeof STRAIGHT, name: string): string =>
      `Changer ${STRAIGHT[step]} : ${name}`,
    more: 'Interrompre, retirer, copier…',
    moreOf: (name: string): string => `Interrompre, retirer, copier… (${name})`,
    versions: 'Versions',
    versionsOf: (name: string): string => `Les versions de ${name}`,
    publicPage: 'Page des habitants',
    suspend: {
      title: 'Interrompre le service',
      hint: 'Les habitants le lisent tout de suite : « Service interrompu jusqu’au… ».',
      from: 'À partir du',
      until: 'Jusqu’au',
      untilHint: 'Vide si on ne sait pas encore.',
      note: 'Pourquoi, en une phrase',
      submit: 'Interrompre',
      lift: 'Remettre en service',
      liftOf: (name: string): string => `Remettre en service : ${name}`,
    },
    putBack: 'Remettre en ligne',
    putBackOf: (name: string): string => `Remettre en ligne : ${name}`,
    withdraw: {
      title: 'Retirer du site',
      hint: 'Les habitants ne la trouvent plus. Rien n’est effacé : vous pourrez la remettre en ligne.',
      open: 'Retirer cette offre…',
      reason: 'Pourquoi, en une phrase',
      reasonHint: 'Gardé dans l’historique de votre espace. Les habitants ne le lisent pas.',
      submit: 'Oui, retirer du site',
      submitOf: (name: string): string => `Oui, retirer du site : ${name}`,
    },
    review: {
      title: 'Revoir cette offre',
      label: 'Tous les combien ?',
      days: (days: number): string =>
        days === 365
          ? 'une fois par an'
          : days % 30 === 0
            ? `tous les ${days / 30} mois`
            : `tous les ${days} jours`,
      submit: 'Changer le rythme',
    },
    copy: 'Faire une copie',
    archive: 'Ranger cette offre',
    archiveHint:
      'Les habitants ne la voient plus. Ses versions restent, et vous pourrez la ressortir.',
    unarchive: 'Ressortir',
    unarchiveOf: (name: string): string => `Ressortir : ${name}`,
    archived: (number: number): string =>
      `${number} ${count(number, 'offre rangée', 'offres rangées')}`,
    create: {
      title: 'Nouvelle offre',
      kind: 'Quel genre d’offre ?',
      name: 'Son nom',
      nameHint: 'Vous pourrez le changer.',
      submit: 'Commencer',
    },
    unnamed: 'Offre sans nom',
    done: {
      confirmed: 'C’est noté : vérifié aujourd’hui. Les habitants ne lisent plus « à confirmer ».',
      suspended: 'C’est fait : les habitants lisent que le service est interrompu.',
      resumed: 'Le service est de nouveau proposé.',
      reviewed: 'Le rythme est changé.',
      withdrawn:
        'L’offre est retirée : les habitants ne la trouvent plus. « Remettre en ligne » la rend.',
      archived: 'L’offre est rangée. Les habitants ne la voient plus.',
      unarchived: 'L’offre est ressortie. Publiez-la pour que les habitants la voient.',
    },
    failure: {
      stale: 'Cette offre a changé entre-temps. La voici telle qu’elle est : recommencez.',
      role: 'Votre rôle ne permet pas ce geste.',
      dates: 'Les dates ne vont pas : la fin vient après le début, et après aujourd’hui.',
      refused: 'Ce geste n’a pas abouti. Rien n’a changé.',
    },
  },
  versions: {
    title: (name: string): string => `Les versions de ${name}`,
    lead: 'Chaque publication est gardée. Vous pouvez comparer, et revenir en arrière.',
    none: 'Cette offre n’a jamais été publiée.',
    number: (number: number): string => `Version ${number}`,
    named: (number: number): string => `la version ${number}`,
    inUse: 'en ligne',
    planned: (date: string, minute: number): string => `prévue ${f.date(date)} à ${f.hour(minute)}`,
    cancelled: 'annulée',
    by: (date: string, minute: number, author: string | null): string =>
      `${f.factDate(date)} à ${f.hour(minute)}${author === null ? '' : `, par ${author}`}`,
    restores: (number: number): string => `reprend la version ${number}`,
    noNote: 'sans commentaire',
    compare: 'Comparer',
    compareFrom: 'Comparer',
    compareTo: 'avec',
    draft: 'le brouillon',
    compared: (from: string, to: string): string => `Entre ${from} et ${to}`,
    seeChanges: 'Ce qu’elle a changé',
    seeChangesOf: (number: number): string => `Ce que la version ${number} a changé`,
    restore: 'Revenir à cette version',
    restoreOf: (number: number): string => `Revenir à la version ${number}`,
    restoreAsk: (number: number): string => `Remettre en ligne la version ${number} ?`,
    restoreWhy:
      'Les habitants la liront dans les deux secondes. Les autres versions restent ; votre brouillon aussi.',
    restoreNote: 'En deux mots, pourquoi',
    restoreSure: 'Oui, remettre cette version',
    keep: 'Non, ne rien changer',
    restored: (number: number): string =>
      `En ligne. Les habitants voient maintenant la version ${number}.`,
    failure: {
      stale: 'Cette offre a changé entre-temps. La voici telle qu’elle est : recommencez.',
      role: 'Votre rôle ne permet pas de publier.',
      refused:
        'Cette version ne peut plus être publiée telle quelle : ouvrez l’offre, étape « Publier ».',
    },
    editor: 'Modifier l’offre',
  },
  history: {
    title: 'L’historique',
    lead: 'Qui a changé quoi, et quand. Rien ne s’en efface.',
    none: 'Rien pour le moment.',
    somebody: 'Le système',
    action: (subject: string, action: string): string =>
      ACTIONS[`${subject}.${action}`] ?? `a changé ${SUBJECTS[subject] ?? 'quelque chose'}`,
    at: (date: string, minute: number): string => `${f.date(date)}, ${f.hour(minute)}`,
    saves: (number: number): string => (number === 1 ? '' : `en ${number} fois`),
    version: (number: number): string => `version ${number}`,
    changes: (number: number): string =>
      number === 1 ? '1 champ changé' : `${number} champs changés`,
    older: 'Plus ancien',
    newest: 'Revenir au plus récent',
    about: 'Pour quelle offre ?',
    allOffers: 'Toutes',
    show: 'Afficher',
  },
};
