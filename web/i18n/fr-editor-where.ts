// How French says the step « Où » of the editor: ways of working, zones, points.

import type { AreaFault } from '#domain/transport/area-recipe.ts';
import { frFormat as f } from './fr-format.ts';

const plural = (count: number, one: string, many: string) => (count < 2 ? one : many);
const counted = (count: number, one: string, many: string) =>
  `${f.number(count)} ${plural(count, one, many)}`;

const FAULTS: Record<AreaFault['code'], (value: string) => string> = {
  unknown_commune: (value) => `La commune ${value} n’est pas connue.`,
  former_commune: (value) => `Cette commune a changé de nom : ${value}.`,
  unknown_epci: (value) => `Les communes de la communauté ${value} ne sont pas connues.`,
  no_outline: (value) =>
    `Le contour de la commune ${value} n’est pas connu : choisissez-la sans distance autour ni dessin.`,
  crossed_drawing: (value) =>
    `Le trait d’un dessin se croise lui-même, près de ${value}. Déplacez un de ses coins.`,
  nothing_chosen: () => 'Rien n’est encore choisi.',
  nothing_left: () => 'Il ne reste rien de la zone : vous avez tout retiré.',
  too_wide: () => 'Le contour de cette zone est trop long : choisissez plutôt des communes.',
};

export const frEditorWhere = {
  none: 'Dites d’abord comment vous travaillez : ajoutez une façon de faire.',
  intro:
    'Une façon de faire, c’est une règle et une zone. La plupart des services n’en ont qu’une.',
  pattern: (number: number): string => `Façon de faire ${number}`,
  addPattern: 'Ajouter une façon de faire',
  removePattern: (number: number): string => `Retirer la façon de faire ${number}`,
  rule: 'Quels trajets faites-vous ?',
  rules: {
    within: {
      label: 'À l’intérieur d’une zone',
      hint: 'Le départ et l’arrivée sont dans la même zone.',
    },
    from_to: {
      label: 'D’une zone vers une autre',
      hint: 'Par exemple vers un hôpital ou une gare.',
    },
    starts_in: {
      label: 'Au départ d’une zone',
      hint: 'On part de chez soi, on peut aller partout.',
    },
    ends_in: { label: 'Vers une zone', hint: 'On vient de partout.' },
    starts_or_ends_in: {
      label: 'Au départ ou à l’arrivée d’une zone',
      hint: 'Il suffit qu’un des deux bouts soit dans la zone.',
    },
  },
  bothWays: 'Dans les deux sens',
  pickup: 'Où prenez-vous les gens ?',
  pickups: {
    door: { label: 'Devant chez eux', hint: 'Vous venez à leur porte.' },
    stop: { label: 'À un arrêt', hint: 'Ils rejoignent un arrêt ou un lieu convenu.' },
  },
  roundTrip: 'L’aller et le retour',
  roundTrips: {
    required: 'Toujours ensemble',
    allowed: 'Aller seul, ou aller et retour',
    forbidden: 'Aller seul uniquement',
  },
  waits: 'Le conducteur attend pendant le rendez-vous',
  waitMax: 'Combien de temps au plus, en minutes',
  minKm: 'Distance la plus courte, en km',
  minKmHint: 'En dessous, vous ne faites pas le trajet.',
  maxKm: 'Distance la plus longue, en km',
  maxKmHint: 'Aller simple, par la route.',
  feeder: 'Conduisez-vous aussi aux trains et aux cars ?',
  feeders: {
    no: { label: 'Non', hint: 'Le trajet va de porte à porte.' },
    yes: { label: 'Oui, aussi', hint: 'En plus des autres trajets.' },
    only: { label: 'Oui, et seulement cela', hint: 'Pour prendre le train ou le car.' },
  },
  feederAll: 'À tous les arrêts de la zone',
  feederStops: 'Les gares et arrêts de correspondance',
  zones: {
    within: 'La zone',
    from_to: 'D’où',
    starts_in: 'La zone de départ',
    ends_in: 'La zone d’arrivée',
    starts_or_ends_in: 'La zone',
  },
  destination: 'Vers où',
  edit: 'Modifier cette zone',
  editOf: (zone: string, number: number): string =>
    `Modifier cette zone : ${zone}, façon de faire ${number}`,
  done: 'Terminé',
  nowhere: 'Rien n’est encore choisi.',
  kind: 'Comment la décrire ?',
  kinds: {
    zone: { label: 'Des communes ou un dessin', hint: 'Cochez, collez une liste ou dessinez.' },
    points: { label: 'Des lieux précis', hint: 'Des arrêts, une gare, un hôpital.' },
    everywhere: { label: 'Partout', hint: 'Sans limite.' },
    unknown: { label: 'Pas encore dit', hint: 'Les gens devront le demander.' },
  },
  name: 'Ce que liront les habitants',
  nameHint: 'Nous proposons une phrase ; vous pouvez l’écrire autrement.',
  useProposal: (proposal: string): string => `Reprendre : « ${proposal} »`,
  communes: {
    legend: 'Les communes',
    group: (name: string, ticked: number, all: number): string =>
      `${name} : ${f.number(ticked)} sur ${f.number(all)}`,
    whole: 'Tout cocher',
    wholeHint: 'Toute la communauté, même si ses communes changent.',
    others: 'Autres communes',
    add: 'Ajouter une commune par son nom',
    addHint: 'Aussi hors de votre territoire.',
    paste: 'Coller une liste',
    pasteLabel: 'Votre liste de communes',
    pasteHint: 'Noms ou codes Insee, séparés par des virgules ou à la ligne.',
    pasteAdd: 'Cocher ces communes',
    pasted: (count: number): string =>
      `${counted(count, 'commune reconnue et cochée', 'communes reconnues et cochées')}.`,
    unread: (names: readonly string[]): string => `Non reconnu : ${names.join(', ')}.`,
  },
  around: 'Et autour de ces communes, en km',
  aroundHint: 'Par exemple 5 : la zone dépasse de 5 km.',
  drawings: {
    legend: 'Les dessins',
    hint: 'Pour une zone qui ne suit pas les communes. Sur la carte, ou coin par coin.',
    open: 'Dessiner sur la carte',
    close: 'Fermer la carte',
    drawing: (number: number): string => `Dessin ${number}`,
    name: 'Son nom',
    corners: 'Ses coins',
    cornersHint: 'Un coin par ligne, latitude puis longitude : 45.27110, 0.16890',
    holes: (count: number): string => `${counted(count, 'trou', 'trous')} à l’intérieur, gardés.`,
    unread: (row: number): string =>
      `Ligne ${row} : écrivez une latitude et une longitude, par exemple 45.2711, 0.1689.`,
    tooFew: 'Il faut au moins trois coins.',
    addCorner: 'Ajouter un coin à une adresse ou une commune',
    byCorners: 'Dessiner coin par coin, sans la carte',
    addDrawing: 'Ajouter ce dessin',
    newDrawing: 'Nouveau dessin',
  },
  minus: 'Retirer une partie',
  minusHint: 'Ce que vous choisissez ici n’est pas dans la zone.',
  figures: {
    label: 'Ce que couvre la zone',
    waiting: 'Calcul en cours…',
    offline: 'Pas de réseau : la zone sera calculée ensuite. Votre choix est gardé.',
    retry: 'Calculer maintenant',
    said: (count: {
      communes: number;
      parts: number;
      people: number;
      elders: number;
      eldersPartly: boolean;
      care: number;
      isEstimate: boolean;
    }): string => {
      const about = count.isEstimate ? 'environ ' : '';
      const parts = count.parts === 0 ? '' : ` (dont ${f.number(count.parts)} en partie)`;
      const least = count.eldersPartly ? 'au moins ' : '';
      return [
        `${counted(count.communes, 'commune', 'communes')}${parts}`,
        `${about}${counted(count.people, 'habitant', 'habitants')} dont ${least}${f.number(count.elders)} de 75 ans et plus`,
        `${counted(count.care, 'lieu de soin', 'lieux de soin')}.`,
      ].join(', ');
    },
    year: (year: number): string => `Population de ${year}.`,
    list: 'Les communes couvertes',
    part: (name: string): string => `${name} (en partie)`,
    fault: (code: AreaFault['code'], value: string): string => FAULTS[code](value),
    refused: 'La zone n’a pas pu être calculée.',
  },
  points: {
    legend: 'Les lieux',
    item: (number: number): string => `Lieu ${number}`,
    name: 'Son nom',
    where: 'Adresse ou commune',
    position: 'Position',
    positionHint: 'Latitude puis longitude : 45.27110, 0.16890',
    positionUnread: 'Écrivez une latitude et une longitude, par exemple 45.2711, 0.1689.',
    radius: 'Jusqu’à combien de mètres autour',
    add: 'Ajouter un lieu',
    addHint: 'Écrivez une adresse ou une commune, ou choisissez sur la carte.',
    map: 'Choisir sur la carte',
    closeMap: 'Fermer la carte',
    newPoint: 'Nouveau lieu',
  },
  counters: {
    legend: 'Où prend-on le véhicule ?',
    hint: 'Les gens y vont le chercher et l’y rapportent. Sans lieu, nous leur dirons de le demander.',
    address: 'Son adresse',
  },
  map: {
    title: 'Carte de la zone',
    draw: 'Dessiner',
    move: 'Déplacer les coins',
    drawHelp:
      'Touchez la carte à chaque coin, puis le premier coin pour finir. Échap pour abandonner.',
    moveHelp: 'Touchez un dessin, puis tirez ses coins.',
    corner: 'Coin au centre',
    finish: 'Finir le dessin',
    pick: 'Lieu au centre',
    pickHelp: 'Touchez la carte, ou amenez le lieu au centre puis « Lieu au centre ».',
    cornerSaid: (number: number): string => `Coin ${number} posé.`,
    drawnSaid: 'Dessin ajouté à la liste.',
    pickedSaid: 'Lieu ajouté à la liste.',
  },
};
