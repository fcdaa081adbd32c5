// The pages that say how Voisoin works, in French: sources, order, accessibility, personal data.

import type { ImportedEdition } from '#domain/official-source.ts';
import type { FactKind } from '#domain/provenance.ts';
import type { AboutPage } from '#web/i18n/about-page.ts';
import { frAccessibility } from '#web/i18n/fr-accessibility.ts';
import { frFormat as f } from '#web/i18n/fr-format.ts';
import { frPrivacy } from '#web/i18n/fr-privacy.ts';

/** Figures of the rules, read from the code that applies them. */
export type RankingFigures = {
  travelBandMinutes: readonly number[];
  maxOptions: number;
  walkWeight: number;
  walkWeightReduced: number;
  waitWeight: number;
  placeWaitWeight: number;
  placeWaitFreeMinutes: number;
  minutesPerChange: number;
  minutesPerCall: number;
  minutesPerEuro: number;
  minutesPerUnknownPrice: number;
  minutesUnknownTimetable: number;
  minutesLastResort: number;
  minutesToGetPrescription: number;
  minutesUnknownBooking: number;
  minutesUnknownNeed: number;
  minutesDriverToFind: number;
  minutesLastReturn: number;
  minutesRideToLastLine: number;
  visitNearMeters: number;
  /** Of the driving time without a map of roads, on trips set aside while it was fitted. */
  estimateError: {
    rows: number;
    medianAbsoluteMinutes: number;
    p90AbsoluteMinutes: number;
    shortMedianAbsoluteMinutes: number;
    medianMetersShare: number;
    rankCorrelation: number;
  };
};

const FACTS: Record<FactKind, string> = {
  identity: 'Nom et activité',
  address: 'Adresse',
  phone: 'Téléphone',
  hours: 'Horaires',
  price: 'Prix',
  rule: 'Conditions d’un transport',
  new_patients: 'Nouveaux patients',
};

export const frAbout = {
  others: 'À lire aussi',
  contact: 'Nous écrire, nous appeler',
  noContact: 'Aucun contact n’est encore publié pour ce territoire.',

  sources: {
    title: 'Sources et fraîcheur',
    lead: 'D’où viennent les informations ? Chacune a une source et une date. Rien n’est inventé, sauf ce qui porte le mot « Démonstration ».',
    count: (count: number): string => `${count} sources`,
    published: (date: string): string => `date : ${f.factDate(date)}`,
    undated: 'sans date',
    licence: (licence: string): string => `licence : ${licence}`,
    noLicence: 'licence non précisée',
    read: 'Lire la source',
    agesTitle: 'À partir de quand une information est « à confirmer »',
    agesIntro:
      'Une information vieillit. Passé ce délai, nous écrivons « à confirmer » tant que personne ne l’a vérifiée.',
    ageColumn: 'Information',
    limitColumn: 'Délai',
    facts: FACTS,
    months: (months: number): string =>
      months % 12 === 0 ? `${months / 12} an${months > 12 ? 's' : ''}` : `${months} mois`,
    days: (days: number): string => `${days} jours`,
    weak: 'Une source fragile, ou sans date, est toujours « à confirmer ».',
    demoTitle: 'Le mot « Démonstration »',
    demo: 'Les noms des professionnels de santé ne sont pas encore chargés. Nous montrons à leur place des fiches d’exemple : noms, téléphones et horaires y sont inventés. Leur nombre dans chaque commune est celui de l’Insee.',
    shapes:
      'Les limites des communes sont schématiques tant que les contours officiels ne sont pas chargés.',
    editionsTitle: 'Les sources officielles, et leur âge ici',
    editionsIntro:
      'Ces fichiers publics se chargent par une commande. Voici ce que ce site en a, et depuis quand.',
    neverImported: 'Pas encore chargée ici.',
    states: { fresh: 'À jour', old: 'À recharger', expired: 'Terminée, à recharger' },
    edition: ({
      name,
      licence,
      asOf,
      importedOn,
      checkedOn,
      validFrom,
      validTo,
      keptCount,
    }: ImportedEdition): string =>
      [
        ...(name === null ? [] : [name]),
        ...(licence === null ? [] : [licence]),
        ...(asOf === null ? [] : [`données : ${f.factDate(asOf)}`]),
        ...(validFrom === null || validTo === null
          ? []
          : [`valable du ${f.factDate(validFrom)} au ${f.factDate(validTo)}`]),
        `chargée le ${f.factDate(importedOn)}`,
        ...(checkedOn === importedOn ? [] : [`comparée le ${f.factDate(checkedOn)}`]),
        `${f.number(keptCount)} lignes`,
      ].join(' ; '),
    publishedBy: (publisher: string, cadence: string): string => `${publisher}, ${cadence}`,
    ownLicence: 'licence propre à chaque fichier',
    refresh: 'Commande :',
    producer: (title: string): string => `Page du producteur : ${title}`,
    listTitle: 'Toutes les sources',
  },

  ranking: (figures: RankingFigures): AboutPage => ({
    title: 'Comment nous classons',
    lead: 'La même recherche donne le même ordre à tout le monde. Personne ne paie pour être devant.',
    sections: [
      {
        title: 'Les personnes et les lieux de soin',
        paragraphs: [
          'Nous comparons dans cet ordre. Le point suivant ne sert qu’en cas d’égalité.',
        ],
        items: [
          `Le temps de route estimé, par tranches : moins de ${f.list(figures.travelBandMinutes.map((minutes) => `${minutes}`))} minutes, puis plus loin. Deux minutes de moins ne cachent pas une porte ouverte.`,
          'Ouvert au moment demandé, ou sur rendez-vous ; puis horaires inconnus ; puis fermé.',
          'Information vérifiée ; puis datée ; puis « à confirmer ».',
          'La distance à vol d’oiseau.',
          'Un numéro interne, pour que l’ordre ne change jamais au hasard.',
        ],
      },
      {
        title: 'Les façons d’y aller : d’abord ce qui est possible',
        paragraphs: ['Les façons sont rangées en quatre groupes.'],
        items: [
          'Possible pour vous.',
          'À vérifier : une condition, une aide, un délai ou un horaire n’est pas sûr.',
          'Inscription d’abord, ou demande urgente.',
          'Presque possible : trop tard, pas ce jour-là, ou pas pour vous. Nous disons pourquoi.',
        ],
      },
      {
        title: 'Puis ce qui vous prend le moins',
        paragraphs: [
          'Si vous avez dit que le médecin a prescrit un transport, les transports prescrits passent devant.',
          'Ensuite, dans un groupe, nous comptons tout en minutes : le temps de trajet, aller et retour, sans le rendez-vous lui-même. Voici ce que chaque chose compte :',
        ],
        items: [
          `une minute à pied compte pour ${f.number(figures.walkWeight)} ; pour ${f.number(figures.walkWeightReduced)} si vous avez besoin d’un fauteuil, d’oxygène ou d’une aide ;`,
          `une minute d’attente à un arrêt compte pour ${f.number(figures.waitWeight)} ;`,
          `sur place, l’attente ne compte pas jusqu’à ${figures.placeWaitFreeMinutes} minutes ; ensuite chaque minute compte pour ${f.number(figures.placeWaitWeight)} ;`,
          `${figures.minutesPerChange} minutes par changement ;`,
          `${figures.minutesPerCall} minutes par appel à faire ;`,
          `${figures.minutesPerEuro} minutes par euro ; ${figures.minutesPerUnknownPrice} minutes si une part du prix n’est pas connue ;`,
          `${figures.minutesUnknownTimetable} minutes si nous n’avons pas les horaires ;`,
          `${figures.minutesUnknownBooking} minutes si nous ne savons pas comment réserver ;`,
          `${figures.minutesToGetPrescription} minutes s’il faut d’abord une prescription de votre médecin ;`,
          `${figures.minutesUnknownNeed} minutes par aide demandée, si personne ne sait dire qu’elle est possible ;`,
          `${figures.minutesDriverToFind} minutes si un conducteur bénévole doit encore être trouvé ;`,
          `${figures.minutesLastReturn} minutes si aucun autre retour ne suit celui proposé ; ${figures.minutesRideToLastLine} de plus si un conducteur doit vous mener à ce dernier train ou car ;`,
          `${figures.minutesLastResort} minutes pour un transport à garder en dernier recours.`,
          'À égalité, celui qu’il faut réserver le plus tôt passe devant.',
        ],
      },
      {
        title: 'Cinq réponses, de plusieurs sortes',
        paragraphs: [
          `Nous montrons ${figures.maxOptions} façons au plus. La meilleure de chaque sorte passe d’abord : vous voyez ainsi le train, le transport solidaire et la voiture, plutôt que cinq trains.`,
        ],
      },
      {
        title: 'Le service qui vient à vous',
        paragraphs: [
          'À côté des trajets, nous disons qui vient chez vous, ou près. Dans cet ordre :',
        ],
        items: [
          'Les services qui disent répondre à votre besoin. Ceux qui répondent à d’autres ne sont pas montrés.',
          'Ceux qui ne disent pas à quels besoins ils répondent : à vérifier.',
          'Dans chaque groupe, celui qui vient le plus tôt au plus près de chez vous ; un jour à convenir vient après.',
          `D’une tournée, nous gardons les arrêts à moins de ${f.distance(figures.visitNearMeters)} à vol d’oiseau, s’il y en a, et les jours des deux mois qui viennent.`,
        ],
      },
      {
        title: 'Ce que vaut une « estimation »',
        paragraphs: [
          'Quand nous n’avons pas la carte des routes, nous estimons la durée en voiture d’après la distance. Le mot « estimation » est alors toujours écrit.',
          `Nous l’avons comparée à ${f.number(figures.estimateError.rows)} trajets calculés sur les routes de Corrèze, qui n’ont pas servi à la régler :`,
        ],
        items: [
          `une fois sur deux, l’erreur est de moins de ${f.number(figures.estimateError.medianAbsoluteMinutes)} minutes ; pour un trajet d’une demi-heure au plus, de moins de ${f.number(figures.estimateError.shortMedianAbsoluteMinutes)} minutes ;`,
          `neuf fois sur dix, elle est de moins de ${f.number(figures.estimateError.p90AbsoluteMinutes)} minutes ;`,
          `une fois sur deux, la distance par la route est juste à ${f.number(figures.estimateError.medianMetersShare * 100)} % près ;`,
          `l’ordre du plus proche au plus loin est bien respecté (corrélation des rangs : ${f.number(figures.estimateError.rankCorrelation)} sur 1).`,
        ],
      },
    ],
  }),

  accessibility: frAccessibility,
  privacy: frPrivacy,
};
