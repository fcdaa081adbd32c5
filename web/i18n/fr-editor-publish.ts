// How French says the last step of the editor: what is to mend, what changes, and the publication.

import { frChanges } from './fr-changes.ts';
import { frFormat as f } from './fr-format.ts';
import { frNotices } from './fr-notices.ts';

export const frEditorPublish = {
  notices: frNotices,
  changes: frChanges,
  checking: 'Vérification de l’offre…',
  unreachable: 'La vérification n’a pas abouti. Ce que vous avez écrit est gardé.',
  again: 'Réessayer',
  ready: 'Tout est en ordre.',
  readyWith: (count: number): string =>
    count === 1
      ? 'L’offre peut être publiée. Un point mérite un regard.'
      : `L’offre peut être publiée. ${count} points méritent un regard.`,
  notReady: (count: number): string =>
    count === 1 ? 'Un point reste à corriger.' : `${count} points restent à corriger.`,
  mend: (step: string): string => `Aller à « ${step} »`,
  mendThis: (sentence: string, step: string): string => `${sentence} Aller à « ${step} »`,
  law: 'Texte :',
  code: 'Code de contrôle :',
  whatChanges: 'Ce qui change pour les habitants',
  first: 'Cette offre n’a jamais été publiée : les habitants la verront pour la première fois.',
  sinceVersion: (number: number): string => `Par rapport à la version ${number}, en ligne.`,
  nothingToPublish: 'Rien n’a changé depuis la version en ligne.',
  nothingToPublishHint: 'Modifiez une étape : elle sera à publier ici.',
  note: 'En deux mots, ce qui change',
  noteHint: 'Pour votre équipe. Les habitants ne le lisent pas.',
  when: 'Quand ?',
  now: 'Tout de suite',
  nowHint: 'Les habitants le voient dans les deux secondes.',
  later: 'Plus tard',
  laterHint: 'À la date et à l’heure de votre choix.',
  laterDay: 'Le jour',
  laterHour: 'À quelle heure',
  laterPast: 'Choisissez un jour et une heure à venir.',
  publish: 'Publier maintenant',
  schedule: 'Programmer la publication',
  publishing: 'Publication…',
  published: 'En ligne. Les habitants le voient maintenant.',
  publishedNext: 'Vous pouvez revenir à une version précédente à tout moment.',
  scheduled: (date: string, minute: number): string =>
    `C’est noté : publication ${f.date(date)} à ${f.hour(minute)}.`,
  planned: (date: string, minute: number): string =>
    `Une publication est déjà prévue ${f.date(date)} à ${f.hour(minute)}.`,
  cancelPlanned: 'Annuler cette publication',
  cancelled: 'La publication prévue est annulée. Son contenu est de nouveau un brouillon.',
  discard: 'Abandonner mes modifications',
  discardWhy: 'L’offre redevient ce que lisent les habitants aujourd’hui. C’est définitif.',
  discardSure: 'Oui, tout abandonner',
  discarded: 'Vos modifications sont abandonnées.',
  refused: 'La publication n’a pas eu lieu. Rien n’est perdu : regardez ci-dessus, puis réessayez.',
  stale: 'Quelqu’un d’autre a modifié cette offre à l’instant. Relisez, puis publiez.',
  mayNot: 'Votre rôle permet de préparer, pas de publier.',
  mayNotHow: 'Votre travail est enregistré. Ces personnes peuvent publier :',
  mayNotNobody: 'Demandez à la personne qui administre l’espace.',
  seePublic: 'Voir la page des habitants',
  versions: 'Toutes les versions',
  backToOffers: 'Retour aux offres',
  merge: {
    title: 'Cette offre a changé pendant que vous écriviez',
    why: 'Quelqu’un de votre organisation l’a enregistrée avant vous, et vous avez tous deux modifié ce qui suit. Le reste est déjà réuni : rien n’est perdu. Choisissez ce qui continue.',
    same: 'Vous avez écrit la même chose : rien à choisir.',
    mine: (said: string): string => `Vous : ${said}`,
    theirs: (said: string): string => `L’autre personne : ${said}`,
    both: 'Garder les deux',
    before: (said: string): string => `Avant : ${said}`,
    choose: (field: string): string => `Que garder pour « ${field} » ?`,
    allMine: 'Partout le mien',
    allTheirs: 'Partout celui de l’autre',
    go: 'Continuer avec ces choix',
    chosen: (mine: number, theirs: number, both: number): string =>
      `${mine} de vous, ${theirs} de l’autre personne${both > 0 ? `, ${both} gardés en double` : ''}.`,
    brought: (count: number): string =>
      count === 1
        ? 'Quelqu’un de votre organisation a aussi modifié cette offre : son changement est repris, le vôtre est gardé.'
        : `Quelqu’un de votre organisation a aussi modifié cette offre : ses ${count} changements sont repris, les vôtres sont gardés.`,
    broughtWhat: 'Ce qui a été repris',
    broughtOne: (field: string, before: string, after: string): string =>
      `${field} : « ${before} » devient « ${after} »`,
  },
};
