// What the report of the observatory says in French, around maps and figures said elsewhere.

import { frFormat as f } from '#web/i18n/fr-format.ts';

export const frScenarioReport = {
  head: (territory: string): string => `Rapport sur l’accès aux soins, ${territory}`,
  title: (territory: string): string => `L’accès aux soins : ${territory}`,
  lead: 'À lire, à imprimer et à montrer : les cartes, les chiffres, la méthode et les dates.',
  print: 'Enregistrer en PDF ou imprimer',
  printHow:
    'La fenêtre d’impression s’ouvre. Pour un fichier PDF, choisissez « Enregistrer en PDF » à la place de l’imprimante.',
  essentials: {
    title: 'L’essentiel',
    who: (communes: number, people: string, older: string): string =>
      `${f.number(communes)} communes, ${people} habitants, dont ${older} de 75 ans et plus.`,
    computed: (date: string): string => `Chiffres calculés ${f.onDate(date)}.`,
    poles: (count: number): string =>
      count < 2
        ? 'Une commune a quatre des cinq soins de tous les jours : un seul métier de plus en ferait un pôle complet.'
        : `${f.number(count)} communes ont quatre des cinq soins de tous les jours : un seul métier de plus en ferait des pôles complets.`,
    careTitle: 'À savoir avant de citer ces chiffres',
    care: [
      'Ce sont des estimations. Elles disent l’offre et la distance, pas les délais de rendez-vous, ni si un médecin prend de nouveaux patients.',
      'Le ministère de la Santé publie ses propres chiffres pour les généralistes : l’annexe les met à côté des nôtres. Ils diffèrent, et la méthode dit pourquoi.',
      '« Fragile » : une petite erreur sur les temps ou sur l’offre ferait passer le seuil à la commune. Ne la citez pas seule.',
    ],
  },
  onAverage: (what: string): string => `${what}, en moyenne :`,
  contour: (threshold: string): string => `Contour épais : sous le seuil de ${threshold}.`,
  published: (year: number): string => `Ministère de la Santé, ${year}`,
  images: 'Cartes (PNG)',
  try: 'Essayer un scénario',
  described:
    'La couleur de chaque commune est celle de sa valeur. L’annexe donne la même chose en tableau.',
  worst: 'Les dix communes les moins bien servies',
  annex: 'Annexe : toutes les communes',
  method: 'Méthode',
  estimated:
    'Les temps de trajet en voiture sont estimés d’après la distance, à quelques minutes près. Les valeurs proches d’un seuil sont à lire avec prudence.',
  licence:
    'Calculs : Voisoin. Données sous Licence Ouverte 2.0 (Insee, Drees, IGN, Agence du numérique en santé), horaires selon leur réseau, routes © les contributeurs d’OpenStreetMap (ODbL). Ce rapport peut être repris en citant ses sources et sa date.',
  scenarios: (profession: string): string => `Scénarios essayés : ${profession}`,
};
