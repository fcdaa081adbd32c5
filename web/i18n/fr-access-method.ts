// « Comment c’est calculé », in French: what the observatory counts, with which figures, and what it cannot say.

import type { Certainty } from '#domain/access/apl-parameters.ts';
import type { AboutSection } from '#web/i18n/about-page.ts';
import { frFormat as f } from '#web/i18n/fr-format.ts';

/** Figures of the rules, read from the code that applies them. */
export type MethodFigures = {
  steps: readonly { minutes: number; weight: number }[];
  stepsSource: string;
  stepsCertainty: Certainty;
  ageWeights: readonly { ageFrom: number; ageTo: number | null; weight: number }[];
  ageSource: string;
  ageCertainty: Certainty;
  actsAFullTime: number;
  actsSource: string;
  threshold: number;
  thresholdSource: string;
  nationalMean: number;
  nationalSource: string;
  draws: number;
  /** 0.15: each draw up to 15 % shorter or longer. */
  timeShare: number;
  supplyShare: number;
  /** By car, for everyday care to be in reach. */
  basketMinutes: number;
  visitMinutes: number;
  /** Without a car, door to door, each way. */
  oneWayMinutes: number;
  /** All the way on foot, each way. */
  walkMinutes: number;
  /** Places tried for a day without a car: nearest, and nearest that a line serves. */
  nearest: number;
  nearestByLine: number;
  leastPeople: number;
  /** In reach, for a share of them to be told. */
  leastPractitioners: number;
  /** For a count of searches to be told. */
  leastSearches: number;
};

const CERTAINTY: Readonly<Record<Certainty, string>> = {
  published: 'publié',
  usual_reading: 'lecture habituelle, sans texte trouvé',
  ours: 'choix de ce site',
};

const percent = (share: number): string => `${f.number(Math.round(share * 100))} %`;
const age = (from: number, to: number | null): string =>
  to === null ? `${from} ans et plus` : `de ${from} à ${to} ans`;

export const FR_METHOD = {
  title: 'Comment l’observatoire calcule',
  lead: 'Chaque chiffre est une estimation. Voici ce qu’il compte, ce qu’il suppose, et ce qu’il ne peut pas dire.',
  back: 'Revenir à l’observatoire',
  eachTitle: 'Chaque question, une par une',
  sections: (figures: MethodFigures): readonly AboutSection[] => [
    {
      title: 'Ce que nous prenons en compte',
      paragraphs: [],
      items: [
        'Les habitants de chaque commune, par âge (Insee). Par carrés de 200 mètres quand ils sont chargés.',
        'Les soignants de l’annuaire de ce site ; là où il n’en connaît pas, le nombre publié par commune (Insee, base permanente des équipements).',
        'Les temps en voiture par les routes ; sans carte des routes, une estimation d’après la distance.',
        'À pied : de chaque carré de 200 mètres au lieu de soin, jusqu’à une demi-heure. Au carroyage seulement : sans carrés, la réponse est « pas connu ».',
        'Sans voiture : la marche, les lignes régulières et les transports à la demande ouverts à tous, aux heures que ce site connaît. Les transports solidaires, qui ont leurs conditions, ne comptent dans aucun chiffre de la carte : la fiche de chaque commune dit, à part, les jours qu’ils ajoutent.',
        'Tout ce qui se trouve à moins de 38 km à vol d’oiseau autour du territoire : les habitants d’à côté se partagent les mêmes soignants. C’est 40 minutes ou plus par les routes ordinaires, 25 à 30 par une voie rapide.',
      ],
    },
    {
      title: 'Consultations de généraliste par an et par habitant',
      paragraphs: [
        'Deux étapes. D’abord, pour chaque médecin : ses consultations, partagées entre tous les habitants qui peuvent le joindre. Ensuite, pour chaque commune : la somme des parts de tous les médecins joignables.',
        'Les deux fois, la distance réduit ce qui compte :',
      ],
      items: [
        ...figures.steps.map(
          ({ minutes, weight }) =>
            `jusqu’à ${f.number(minutes)} minutes : ${f.number(Math.round(weight * 100))} % ;`,
        ),
        `au-delà : rien. Source : ${figures.stepsSource} (${CERTAINTY[figures.stepsCertainty]}).`,
        `Un médecin à plein temps : ${f.number(figures.actsAFullTime)} consultations et visites par an. Source : ${figures.actsSource}.`,
        `Le seuil : ${f.number(figures.threshold)} par an. Source : ${figures.thresholdSource}.`,
        `La moyenne du pays : ${f.number(figures.nationalMean)}. Source : ${figures.nationalSource}.`,
      ],
    },
    {
      title: 'L’âge compte',
      paragraphs: [
        'Une personne âgée consulte plus souvent qu’une personne jeune. Selon son âge, un habitant compte donc pour plus ou moins d’un habitant :',
      ],
      items: [
        ...figures.ageWeights.map(
          ({ ageFrom, ageTo, weight }) => `${age(ageFrom, ageTo)} : ${f.number(weight)}`,
        ),
        `Source : ${figures.ageSource} (${CERTAINTY[figures.ageCertainty]}).`,
      ],
    },
    {
      title: 'Pourquoi ce n’est pas le chiffre du ministère',
      paragraphs: [
        'Le ministère de la Santé publie chaque année l’accès aux généralistes par commune. Il connaît l’activité réelle de chaque médecin ; nous ne connaissons que leur nombre et leur lieu. Il ne publie ni ses paliers de distance ni ses poids par âge.',
        'La fiche de chaque commune montre les deux chiffres et l’écart. Comparez l’ordre des communes plus que la deuxième décimale.',
      ],
    },
    {
      title: 'Les soins de tous les jours',
      paragraphs: [
        `Un soin de tous les jours est « à portée » jusqu’à ${f.number(figures.basketMinutes)} minutes en voiture. C’est un choix de ce site.`,
      ],
    },
    {
      title: 'Les jours utiles sans voiture',
      paragraphs: [
        `Un jour est utile si l’on peut, ce jour-là, arriver pendant l’ouverture, rester ${f.number(figures.visitMinutes)} minutes et rentrer. Ces bornes sont des choix de ce site :`,
      ],
      items: [
        `Chaque trajet, aller comme retour : ${f.number(figures.oneWayMinutes)} minutes au plus, de porte à porte.`,
        `Aller tout le chemin à pied compte aussi, jusqu’à ${f.number(figures.walkMinutes)} minutes par trajet.`,
        `Pour chaque soin, nous n’essayons que les ${f.number(figures.nearest)} lieux les plus proches à vol d’oiseau et les ${f.number(figures.nearestByLine)} plus proches qu’une ligne dessert. Une ligne qui ne mène qu’à un lieu plus lointain n’ajoute donc pas de jour.`,
        'Un trajet ouvert à tous mais « à confirmer » (une information ancienne, des horaires à vérifier) compte comme un jour utile. La fiche de la commune dit lesquels sont sûrs.',
        'Quand un lieu ne donne pas ses heures, nous supposons des heures habituelles : la fiche l’écrit.',
      ],
    },
    {
      title: 'Les carrés de 200 mètres',
      paragraphs: [
        'L’Insee publie combien de personnes vivent dans chaque carré. Le nombre d’habitants de la commune, plus récent, est réparti entre ses carrés ; le calcul part de chacun d’eux. La valeur de la commune est la moyenne de ses habitants.',
        `Un carré de moins de ${f.number(figures.leastPeople)} habitants n’a pas de valeur affichée. Là où vivent moins de onze ménages, l’Insee lisse ses chiffres avec ceux des carrés voisins : le nombre d’habitants d’un carré est approché.`,
        'Sans carrés, tous les habitants d’une commune sont placés au bourg : les temps des hameaux sont alors trop courts.',
      ],
    },
    {
      title: 'Ce qui est sûr, ce qui est fragile',
      paragraphs: [
        `Nous refaisons le calcul ${f.number(figures.draws)} fois. Chaque fois, tous les temps de trajet sont plus longs ou plus courts (jusqu’à ${percent(figures.timeShare)}), l’offre de chaque lieu aussi (jusqu’à ${percent(figures.supplyShare)}), et les paliers sont ceux d’ici ou une courbe qui baisse peu à peu. Si une partie des essais met la commune au-dessus du seuil et l’autre en dessous, le résultat est « fragile » : il est rayé sur la carte.`,
        `Un « désert robuste » est sous le seuil dans toutes les façons de compter : paliers, courbe et partage équilibré, avec des temps plus courts de ${percent(figures.timeShare)}, tels quels et plus longs de ${percent(figures.timeShare)}.`,
      ],
    },
    {
      title: 'Zéro, inconnu, non dit : trois choses différentes',
      paragraphs: [],
      items: [
        '« Aucun à portée » : nous avons cherché, il n’y a rien dans le temps fixé. Dessiné avec des points clairs sur brun.',
        '« Pas connu » : une donnée manque. Dessiné avec des tirets sur blanc.',
        `« Non dit » : moins de ${figures.leastPeople} habitants ; un chiffre parlerait de quelqu’un. Dessiné avec des croisillons sur gris.`,
      ],
    },
    {
      title: 'Ce que l’observatoire ne dit pas',
      paragraphs: [],
      items: [
        'Si un médecin prend de nouveaux patients.',
        'Combien de temps il faut attendre un rendez-vous.',
        'L’âge d’un soignant : il n’est jamais deviné. Un départ n’est compté que si l’organisme l’a noté lui-même, et il reste privé.',
        'Qui cherche quoi : aucune position, aucune question personnelle n’est gardée.',
      ],
    },
    {
      title: 'Ce que seule la coordination voit',
      paragraphs: [
        'Deux choses ne sont lues que par les personnes connectées d’une coordination. Elles ne sont dans aucune carte, aucun tableau ni aucun fichier public.',
      ],
      items: [
        'Les départs annoncés. Part des consultations de généraliste qui s’en va = ce que donnent ici les médecins qui ont annoncé leur départ, divisé par ce que donnent tous les médecins joignables, avec les mêmes temps et les mêmes paliers que plus haut. Les départs sont notés à la main par l’organisme, jamais déduits d’un âge.',
        `Cette part n’est pas dite là où moins de ${figures.leastPractitioners} médecins sont joignables (elle parlerait d’une personne), ni d’une commune de moins de ${figures.leastPeople} habitants. Elle reste privée partout : les cabinets et les temps étant publics, elle permettrait de retrouver qui part.`,
        `Les recherches sans solution. Des trajets cherchés sur ce site, qu’aucune offre ne permet : comptés par commune de départ, demi-journée et sorte de soin, sans personne dedans, montrés à partir de ${figures.leastSearches}. Un nombre caché n’est ajouté à aucun total.`,
      ],
    },
    {
      title: 'Les couleurs',
      paragraphs: [
        'Les classes sont fixes : elles viennent de seuils publiés ou de moyennes du pays, jamais du classement des communes entre elles. Le brun dit le manque, le vert dit l’offre. Les couleurs ont été vérifiées pour les personnes qui distinguent mal le rouge et le vert, ou le bleu et le jaune.',
      ],
    },
    {
      title: 'D’où vient la méthode',
      paragraphs: [],
      items: [
        'Luo et Qi 2009, « enhanced two-step floating catchment area » : la forme du calcul.',
        'Drees et Irdes 2012, « accessibilité potentielle localisée » : sa version française.',
        'ARS Auvergne 2010, bassins de santé de proximité : les cinq soins de tous les jours.',
        'Foster, Greer et Thorbecke 1984 : combien d’habitants sous un seuil, et à quelle distance.',
      ],
    },
  ],
};
