// The pages that say how Voisoin works, in French: sources, order, accessibility, personal data.

import type { ImportedEdition } from '#domain/official-source.ts';
import type { FactKind } from '#domain/provenance.ts';
import { frFormat as f } from '#web/i18n/fr-format.ts';

/** A chapter of a page to read: short paragraphs, then a list. */
export type AboutSection = {
  title: string;
  paragraphs: readonly string[];
  items?: readonly string[];
};

export type AboutPage = { title: string; lead: string; sections: readonly AboutSection[] };

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
  minutesLastReturn: number;
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
      asOf,
      importedOn,
      checkedOn,
      validFrom,
      validTo,
      keptCount,
    }: ImportedEdition): string =>
      [
        ...(name === null ? [] : [name]),
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
          'À vérifier : une condition, un délai ou un horaire n’est pas sûr.',
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
          `${figures.minutesLastReturn} minutes si aucun autre retour ne suit celui proposé ;`,
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

  accessibility: {
    title: 'Accessibilité',
    lead: 'Voisoin doit servir à tout le monde : avec une loupe, un clavier, une voix, ou sans JavaScript.',
    sections: [
      {
        title: 'Où nous en sommes',
        paragraphs: [
          'Aucun organisme extérieur n’a encore contrôlé ce site. Nous ne pouvons donc pas annoncer de taux de conformité au référentiel français (RGAA 4.1).',
          'Tant que ce contrôle n’a pas eu lieu, considérez le site comme « non conforme » au sens de la loi, même si tout est fait pour qu’il marche.',
        ],
      },
      {
        title: 'Ce que nous vérifions à chaque version',
        paragraphs: [],
        items: [
          'un contrôle automatique de chaque page (axe) ;',
          'la recherche complète au clavier seul ;',
          'la recherche complète sans JavaScript ;',
          'l’affichage à 360 et à 1280 pixels de large, et le texte agrandi à 200 % ;',
          'le contraste des couleurs : 7 pour 1 pour les textes.',
        ],
      },
      {
        title: 'Ce que nous n’avons pas vérifié',
        paragraphs: [],
        items: [
          'les 106 critères du RGAA, un par un, par un expert ;',
          'l’usage avec chaque lecteur d’écran, sur chaque téléphone ;',
          'la lecture de nos textes par des personnes concernées : nous écrivons simplement, mais ce n’est pas du « facile à lire et à comprendre » (FALC) validé.',
        ],
      },
      {
        title: 'La carte',
        paragraphs: [
          'La carte demande JavaScript et un écran. Tout ce qu’elle montre est aussi écrit : dans la liste, dans le trajet, dans la liste des communes.',
          'On la déplace au clavier avec les flèches, ou avec des boutons.',
        ],
      },
      {
        title: 'Quelque chose vous bloque ?',
        paragraphs: [
          'Dites-le nous : nous vous donnerons l’information autrement, au téléphone ou sur papier.',
          'Si nous ne répondons pas, vous pouvez saisir le Défenseur des droits (defenseurdesdroits.fr, 09 69 39 00 00).',
        ],
      },
    ],
  } satisfies AboutPage,

  privacy: {
    title: 'Données personnelles',
    lead: 'Chercher un soin dit quelque chose de votre santé. Nous en gardons le moins possible : presque rien.',
    sections: [
      {
        title: 'En bref',
        paragraphs: [],
        items: [
          'Pas de compte à créer.',
          'Pas de cookie.',
          'Pas de publicité, pas de mesure d’audience.',
          'Aucun autre site n’est appelé quand vous lisez une page. Seul un fond de carte en ligne, s’il est activé ici, est demandé à l’IGN quand vous ouvrez la carte.',
        ],
      },
      {
        title: 'Ce que vous cherchez',
        paragraphs: [
          'L’adresse de la page contient le besoin, le code de la commune, le jour et l’heure : c’est ce qui permet de la partager. Elle ne contient ni votre nom, ni votre adresse exacte.',
          'Notre journal technique note la sorte de page, l’heure, la durée et le résultat. Il ne note ni ce que vous cherchez, ni votre adresse internet.',
          'Votre adresse internet (IP) reste quelque temps dans la mémoire du serveur, pour bloquer les abus. Elle n’est pas écrite sur un disque.',
        ],
      },
      {
        title: 'Votre position',
        paragraphs: [
          'Elle n’est demandée que si vous touchez « Ma position ». Votre téléphone l’arrondit à un kilomètre environ avant de l’envoyer. Elle sert à trouver votre commune, puis elle est oubliée.',
        ],
      },
      {
        title: 'Vos réponses (âge, revenus, prescription, aides)',
        paragraphs: [
          'Elles servent à calculer ce qui est possible pour vous. Elles partent dans le corps de la demande, jamais dans l’adresse de la page, et ne sont gardées nulle part chez nous.',
          'Votre navigateur les garde jusqu’à la fermeture de l’onglet. Touchez « Oublier mes réponses » pour les effacer.',
          'Les réponses sur le transport sur prescription ne sont gardées nulle part. Avec JavaScript, elles ne quittent pas votre appareil.',
          'Si vous cochez « Je ne conduis pas : retenez-le », votre navigateur garde ce seul mot. Décochez pour l’effacer.',
        ],
      },
      {
        title: 'Vos signalements',
        paragraphs: [
          'Nous gardons la fiche concernée, ce qui ne va pas, votre texte et la date. N’y écrivez pas votre nom, ni rien sur votre santé.',
        ],
      },
      {
        title: 'Vous êtes professionnel et votre nom figure ici',
        paragraphs: [
          'Les fiches viennent de sources publiques, citées sur chaque fiche. Vous pouvez demander une correction, ou vous opposer à votre présence : écrivez au contact ci-dessous, ou utilisez « Signaler une erreur ». Nous répondons en un mois au plus.',
          'Vous pouvez aussi saisir la CNIL (cnil.fr).',
        ],
      },
    ],
  } satisfies AboutPage,
};
