// What the page of results says in French: the count, the cards, the ways to each.

import type { TravelMode } from '#domain/journey/journey.ts';

const plural = (count: number, one: string, many: string) => (count < 2 ? one : many);

/** « de Chalais », « d’Aubeterre », « du Tâtre », « des Adjots ». */
const de = (name: string) => {
  if (name.startsWith('Le ')) return `du ${name.slice(3)}`;
  if (name.startsWith('Les ')) return `des ${name.slice(4)}`;
  return /^[aeiouyàâéèêëîïôœùûh]/i.test(name) ? `d’${name}` : `de ${name}`;
};

export const frResults = {
  pageTitle: (need: string, place: string) => `${need} près ${de(place)}`,
  title: (need: string, place: string) => `${need} près ${de(place)}`,
  description: (need: string, place: string) =>
    `${need} autour de ${place} : téléphone, horaires, et les moyens d’y aller et d’en revenir.`,
  editTitle: 'Modifier ma recherche',
  count: (count: number, distance: string) =>
    `${count} ${plural(count, 'réponse', 'réponses')} à moins de ${distance}`,
  countFirst: (shown: number, total: number, distance: string) =>
    `Les ${shown} premières réponses sur ${total}, à moins de ${distance}`,
  widened: (asked: string, found: string) =>
    `Rien à moins de ${asked} : nous avons cherché jusqu’à ${found}.`,
  widenedSimple: (found: string) =>
    `Rien tout près : nous avons cherché jusqu’à ${found} autour de vous.`,
  sorted: 'Les plus simples à joindre et les plus proches d’abord :',
  sortedLink: 'comment nous classons',
  listLabel: 'Réponses',
  noPhone: 'Pas de téléphone connu',
  outside: 'Hors du territoire',
  goTitle: {
    no_car: 'Y aller sans voiture',
    car: 'Y aller en voiture',
    driven: 'Y aller, conduit par un proche',
  } satisfies Record<TravelMode, string>,
  goOther: (count: number) => `${count} ${plural(count, 'autre façon', 'autres façons')} d’y aller`,
  goNone: 'Aucun transport trouvé pour ce jour. Appelez : on peut vous conseiller.',
  goWaiting: 'Nous cherchons comment y aller…',
  goLate: 'Ce trajet n’a pas été calculé à temps.',
  goFailed: 'Le trajet n’a pas pu être calculé. Le téléphone, lui, marche toujours.',
  goAsk: 'Calculer ce trajet',
  goAskFor: (name: string) => `Calculer ce trajet, pour ${name}`,
  goNoneSaid: 'Les trajets n’ont pas pu être calculés.',
  goAllSaid: (without: number) =>
    without === 0
      ? 'Les trajets sont calculés.'
      : `Les trajets sont calculés, sauf ${without}. Chacun peut être calculé sur sa page.`,
  goExample: (date: string, hour: string) => `Exemple pour ${date} à ${hour}`,
  goFor: (date: string, hour: string) => `Pour ${date} à ${hour}`,
  depart: (hour: string) => `départ ${hour}`,
  arrive: (hour: string) => `arrivée ${hour}`,
  return: (hour: string) => `retour ${hour}`,
  agreed: 'horaires à convenir en réservant',
  callBefore: (date: string, hour: string) => `avant ${date}, ${hour}`,
  callOn: 'Appelez le',
  almost: 'Presque possible',
  membership: (amount: string) => `+ adhésion ${amount.replace(',00', '')} par an`,
  priceUnknown: 'prix à demander',
  toCheck: 'À confirmer au téléphone',
  showMap: 'Voir sur la carte',
  mapTitle: 'Carte des réponses',
  mapLoading: 'La carte arrive…',
  next: 'Voir les réponses suivantes',
  first: 'Revenir aux premières réponses',
  emptyTitle: 'Nous n’avons trouvé personne',
  emptyText: (need: string, place: string) => `Aucune réponse pour « ${need} » près ${de(place)}.`,
  emptyWider: (distance: string) => `Chercher jusqu’à ${distance}`,
  emptyOtherDay: 'Chercher sans date précise',
  emptyStairs: 'Montrer aussi les lieux avec des marches',
  emptyDirectory: 'Parcourir tout l’annuaire',
  emptyDuty: 'Cela ne peut pas attendre, et votre médecin est absent ?',
  emptyDanger: 'Une vie est en danger ?',
  demonstrationNotice: '« Démonstration » : fiche inventée, le nom et le numéro ne sont pas réels.',
};
