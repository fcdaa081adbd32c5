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
  title: (need: string, place: string) => `${need} près ${de(place)}`,
  editTitle: 'Modifier ma recherche',
  listLabel: 'Réponses',
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
  goChanged: 'Un transport vient de changer : les trajets sont à jour.',
  goExample: (date: string, hour: string) => `Exemple pour ${date} à ${hour}`,
  goFor: (date: string, hour: string) => `Pour ${date} à ${hour}`,
  depart: (hour: string) => `départ ${hour}`,
  arrive: (hour: string) => `arrivée ${hour}`,
  return: (hour: string) => `retour ${hour}`,
  agreed: 'horaires à convenir en réservant',
  callBefore: (date: string, hour: string) => `avant ${date}, ${hour}`,
  callOn: 'Appelez le',
  membership: (amount: string) => `+ adhésion ${amount.replace(',00', '')} par an`,
  priceUnknown: 'prix à demander',
  priceAtLeast: (amount: string) => `au moins ${amount}`,
  toCheck: 'À confirmer au téléphone',
  registrationClosed: 'Trop tard pour une première inscription',
  hireBefore: (days: number) =>
    days === 1 ? 'Véhicule à prendre la veille' : `Véhicule à prendre ${days} jours avant`,
  showMap: 'Voir sur la carte',
  mapTitle: 'Carte des réponses',
  mapLoading: 'La carte arrive…',
};
