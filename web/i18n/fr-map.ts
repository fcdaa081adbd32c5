// What the map says in French: its controls, its messages, what a screen reader hears.

import type { MapWords } from '#web/map/map-types.ts';

const plural = (count: number, one: string, many: string) => (count < 2 ? one : many);

export const frMap: MapWords = {
  title: 'Carte',
  canvas: 'Carte. Les flèches déplacent la carte, les touches plus et moins changent l’échelle.',
  loading: 'La carte arrive…',
  failed: 'La carte n’a pas pu s’afficher. Tout est aussi écrit sur la page.',
  retry: 'Réessayer',
  noWebgl: 'Cet appareil ne peut pas afficher la carte. Tout est aussi écrit sur la page.',
  zoomIn: 'Agrandir',
  zoomOut: 'Réduire',
  moveButtons: 'Déplacer la carte avec des boutons',
  move: {
    north: 'Aller vers le nord',
    south: 'Aller vers le sud',
    west: 'Aller vers l’ouest',
    east: 'Aller vers l’est',
  },
  showAll: 'Tout voir',
  locate: 'Ma position',
  backToList: 'Revenir à la liste',
  schematic: 'Limites des communes schématiques.',
  attribution: 'Carte : Voisoin.',
  gestures: {
    touch: 'Déplacez la carte avec deux doigts',
    windows: 'Ctrl et la molette changent l’échelle',
    mac: '⌘ et la molette changent l’échelle',
  },
  samePlace: (count) => `${count} ${plural(count, 'adresse', 'adresses')} au même endroit`,
  close: 'Fermer',
  moved: ({ place, count }) =>
    `${place === null ? 'Carte déplacée' : `Autour de ${place}`}, ${count} ${plural(count, 'adresse', 'adresses')} en vue.`,
  selected: (name) => `${name}, choisi sur la carte.`,
  legend: {
    title: 'Ce que veulent dire les signes',
    modes: {
      walk: 'à pied',
      cycle: 'à vélo',
      moped: 'en scooter',
      car: 'en voiture',
      ride: 'on vous conduit',
      transit: 'train ou car',
      local_network: 'bus de ville',
    },
    cluster: 'plusieurs adresses : touchez pour les voir',
    other: 'une autre réponse, plus bas dans la liste',
    approximate: 'quelque part dans cette commune',
    area: 'communes desservies',
  },
};
