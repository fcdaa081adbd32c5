// The observatory in French: figures beside those of the ministry, territories and communes that are alike.

import { frFormat as f } from '#web/i18n/fr-format.ts';

const plural = (count: number, one: string, many: string) => (Math.abs(count) < 2 ? one : many);
const fixed = (value: number, decimals: number): string =>
  new Intl.NumberFormat('fr-FR', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
const percent = (share: number): string => `${fixed(100 * share, share < 0.1 ? 1 : 0)} %`;
const people = (count: number): string =>
  `${fixed(count, 0)} ${plural(count, 'habitant', 'habitants')}`;

/** Steps of the formula, read from the code that applies it. */
export type LikenessFigures = { olderPoints: number; densityBounds: readonly number[] };

export const FR_ACCESS_COMPARE = {
  title: 'Comparer avec un territoire qui ressemble',
  lead: 'Deux ou trois territoires de ce site, question par question. À chaque chiffre, de quand il date.',
  head: (name: string): string => `Comparer ${name}`,
  link: 'Comparer avec un autre territoire',
  back: 'Revenir à la carte',
  print: 'Imprimer la comparaison',
  published: {
    departement: (code: string, year: number): string =>
      `Le département ${code}, selon le ministère (${year})`,
    departementUnknown: 'Le département',
    part: (communes: number, of: number): string =>
      communes === of
        ? `moyenne des habitants de ses ${communes} communes publiées`
        : `moyenne des habitants de ${communes} de ses ${of} communes publiées`,
    territory: (year: number): string => `Ce territoire, selon le ministère (${year})`,
    residual: (amount: string, isLess: boolean): string =>
      isLess ? `notre calcul : ${amount} de moins` : `notre calcul : ${amount} de plus`,
    same: 'notre calcul : pareil',
    source: (year: number): string => `ministère, ${year}`,
  },
  pick: {
    label: 'Les territoires à comparer',
    territory: 'Votre territoire',
    others: 'Comparer avec (un ou deux)',
    othersHint: 'Les plus ressemblants d’abord.',
    submit: 'Comparer',
    none: 'Ce site ne connaît qu’un territoire : il n’y en a pas d’autre à comparer.',
    notComputed: 'chiffres pas encore calculés',
    tooMany: 'Seuls deux autres territoires tiennent côte à côte : les deux premiers sont montrés.',
  },
  alike: {
    near: 'très proche',
    rather: 'assez proche',
    far: 'différent',
    unknown: (count: number): string =>
      count === 1 ? 'un point pas connu' : `${count} points pas connus`,
    gap: (gap: number): string => `écart ${fixed(gap, 1)}`,
  },
  portrait: {
    title: 'Se ressemblent-ils ?',
    caption: 'Habitants, âge et densité de chaque territoire',
    territory: 'Territoire',
    people: 'Habitants',
    peopleOf: (count: string, year: number | null): string =>
      year === null ? count : `${count} (${year})`,
    older: '75 ans et plus',
    density: 'Densité',
    densityOf: (density: number): string => `${fixed(density, 0)} habitants au km²`,
    schematic: 'approchée : limites schématiques',
    communes: 'Communes',
    alike: 'Ressemblance',
    own: 'le vôtre',
    percent,
  },
  notComputed: (name: string): string =>
    `${name} : ses chiffres ne sont pas encore calculés. Ils viendront ici dès qu’ils seront prêts.`,
  warnings: {
    title: 'Avant de comparer',
    travelTimes: (estimated: readonly string[], measured: readonly string[]): string =>
      `Les temps de route ne sont pas de la même source : estimés d’après la distance pour ${f.list(estimated)}, par les routes pour ${f.list(measured)}. Les chiffres marqués « sources différentes » ne se comparent pas : l’écart peut venir des temps, pas des soins.`,
    method: (names: readonly string[]): string =>
      `Les chiffres de ${f.list(names)} viennent d’une version plus ancienne de notre calcul.`,
    year: (source: 'population' | 'supply', years: readonly string[]): string =>
      source === 'population'
        ? `Les habitants ne sont pas comptés la même année : ${f.list(years)}.`
        : `Les soignants ne sont pas comptés la même année : ${f.list(years)}.`,
    yearOf: (name: string, year: string): string => `${name} ${year}`,
    halo: (names: readonly string[]): string =>
      `Des chiffres manquent autour de ${f.list(names)} : près de ${names.length === 1 ? 'ses' : 'leurs'} limites, ils peuvent être trop bons ou trop mauvais.`,
  },
  question: {
    title: 'Question par question',
    nothing: 'Aucun de ces territoires n’a encore de chiffres.',
    otherSources: 'sources différentes : à ne pas comparer',
    columns: {
      territory: 'Territoire',
      value: 'En moyenne',
      total: 'En tout',
      concern: (bound: string): string => `Habitants : ${bound}`,
      spread: 'Les 10 % les moins bien et les mieux servis',
      gini: 'Inégalité',
    },
    scroll: (question: string): string => `Tableau : ${question}`,
    unknown: 'pas connu',
    notComputed: 'pas encore calculé',
    doubtful: 'à vérifier : les soignants n’y sont sans doute pas tous connus',
    concern: (count: number, share: number): string => `${people(count)}, ${percent(share)}`,
    concernOlder: (count: number): string => `dont ${fixed(count, 0)} de 75 ans et plus`,
    nobody: 'personne',
    olderShare: (share: number): string => `${percent(share)} des 75 ans et plus`,
    gini: (gini: number): string => fixed(gini, 2),
    palma: (ratio: string): string =>
      `les 10 % du haut ont ${ratio} fois la valeur des 40 % du bas`,
    leftOut: (count: number): string => `${people(count)} sans valeur, hors de ce calcul`,
    worst: 'les moins bien servis',
    best: 'les mieux servis',
    barsHint:
      'Le trait va du dixième le moins bien servi au dixième le mieux servi ; le point est la moyenne, le tiret le seuil quand il y en a un.',
    vintages: {
      population: (date: string): string => `habitants ${f.factDate(date)}`,
      supply: (date: string): string => `soignants ${f.factDate(date)}`,
      roads: (date: string | null): string =>
        date === null ? 'routes' : `routes ${f.factDate(date)}`,
      estimate: 'temps de route estimés',
      week: (date: string): string => `horaires de la semaine du ${f.factDate(date)}`,
    },
    computed: (date: string): string => `calculé ${f.onDate(date)}`,
  },
  how: {
    title: 'Comment c’est calculé',
    likeness: ({ olderPoints }: LikenessFigures): readonly string[] => [
      `La ressemblance est la moyenne de trois écarts. La densité : deux fois plus d’habitants au km² vaut 1. L’âge : ${olderPoints} points de plus de personnes de 75 ans et plus valent 1. La taille : deux fois plus d’habitants vaut 1. Zéro : pareil.`,
      'Ce qui n’est pas connu compte pour 1 : personne ne ressemble faute de données. Sous 0,5 nous écrivons « très proche », sous 1 « assez proche », sinon « différent ».',
      'L’indice de désavantage social (FDep) n’est pas dans nos données : deux territoires proches ici peuvent être l’un plus pauvre que l’autre.',
    ],
    inequality: [
      'Le dixième le moins bien servi : les habitants sont rangés du moins bien au mieux servi, et l’on fait la moyenne des 10 % du bout. L’inégalité est l’indice de Gini : 0 si tous ont pareil, près de 1 si tout est pour quelques-uns. Le rapport compare les 10 % qui ont le plus aux 40 % qui ont le moins (Palma), rangés d’après l’accès : les revenus ne sont pas dans nos données.',
      'Chaque habitant compte pour la valeur de sa commune : les différences dans une même commune ne se voient pas.',
    ],
    communes: ({ densityBounds, olderPoints }: LikenessFigures): string =>
      `De la même classe de densité, sur tout ce site (bornes : ${f.list(densityBounds.map((bound) => fixed(bound, 0)))} habitants au km², notre choix), puis les plus proches par la part de 75 ans et plus (${olderPoints} points valent 1), la densité et le nombre d’habitants (le double vaut 1).`,
  },
  communes: {
    title: 'Communes qui lui ressemblent',
    intro: (low: string | null, high: string | null): string => {
      if (low === null)
        return high === null
          ? ''
          : `Moins de ${high} habitants au km². Les plus proches par l’âge et la taille d’abord.`;
      return high === null
        ? `Plus de ${low} habitants au km². Les plus proches par l’âge et la taille d’abord.`
        : `De ${low} à ${high} habitants au km². Les plus proches par l’âge et la taille d’abord.`;
    },
    introUnknown: 'Densité pas connue : d’après l’âge et le nombre d’habitants.',
    loading: 'Les communes qui lui ressemblent arrivent…',
    failed: 'Elles n’ont pas pu venir. Essayez de nouveau.',
    none: 'Aucune commune de ce site ne lui ressemble assez.',
    schematic: 'Densité approchée : les limites sont schématiques.',
    facts: (count: number, share: number | null): string =>
      share === null ? people(count) : `${people(count)}, ${percent(share)} de 75 ans et plus`,
    otherTimes: 'temps de route d’une autre source : à ne pas comparer',
  },
  other: {
    go: 'Aller à ce territoire',
    noAnswer: (question: string): string =>
      `Ce territoire n’a pas encore de chiffres pour « ${question} ». Voici une autre question.`,
    meanwhile: 'En attendant, vous pouvez regarder un autre territoire ou chercher un soin.',
    search: 'Chercher un soin',
  },
  changes: {
    title: 'Depuis la dernière mise à jour des données',
    since: (date: string): string => `Comparé aux chiffres calculés ${f.onDate(date)}.`,
    fell: (count: number): string =>
      `${count} ${plural(count, 'commune est passée', 'communes sont passées')} sous le seuil de généralistes :`,
    rose: (count: number): string =>
      `${count} ${plural(count, 'commune est repassée', 'communes sont repassées')} au-dessus :`,
    names: (names: readonly string[], more: number): string =>
      more === 0
        ? `${f.list(names)}.`
        : `${names.join(', ')}, et ${more} ${plural(more, 'autre', 'autres')}.`,
    none: 'Aucune commune n’a passé le seuil.',
    people: (before: number, after: number): string =>
      `Habitants sous le seuil : ${fixed(before, 0)} avant, ${fixed(after, 0)} maintenant.`,
    otherTimes:
      'La source des temps de route a changé entre les deux : ces différences peuvent n’être que celles du calcul.',
    otherMethod: 'Notre calcul a changé entre les deux : ces différences peuvent en venir.',
  },
};
