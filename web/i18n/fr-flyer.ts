// What the poster of an offer, the list shown on other sites and the open files say in French.

export const frFlyer = {
  title: (name: string) => `Affiche : ${name}`,
  description: (name: string) => `Une page A4 à imprimer : ${name}.`,
  make: 'Affiche à imprimer',
  print: 'Imprimer l’affiche',
  back: 'Retour à la fiche',
  call: 'Appelez',
  noPhone: 'Renseignez-vous',
  answered: 'Quelqu’un répond',
  exceptHolidays: 'sauf jours fériés',
  who: 'Pour qui',
  where: 'Où',
  when: 'Quand',
  book: 'Réserver',
  price: 'Prix',
  scan: 'Le détail et les nouvelles',
  scanHint: 'Visez ce carré avec l’appareil photo d’un téléphone.',
  said: (source: string, date: string) => `D’après ${source}, ${date}.`,
  undated: 'date inconnue',
  printed: (date: string) => `Imprimé le ${date}. Vérifiez par téléphone avant de partir.`,
  closed: 'Ce service ne peut pas être utilisé en ce moment.',
};

export const frEmbed = {
  title: 'Transports près de chez vous',
  description: 'Les transports proposés, à montrer sur un autre site.',
  none: 'Aucun transport à montrer ici.',
  detail: 'Détail',
  detailOf: (name: string) => `Détail de ${name} (nouvelle fenêtre)`,
  by: 'Informations tenues à jour sur',
};

export const frFeed = {
  title: 'Données ouvertes',
  text: 'Les offres publiées par les associations de ce territoire, au format GTFS et GTFS-Flex, sous Licence Ouverte 2.0.',
  download: 'Télécharger les offres (GTFS)',
};
