// What was typed after `npm run import --`?

import { parseArgs } from 'node:util';
import { AppError } from '#domain/error.ts';
import { didYouMean } from '#seeds/pipeline/closest-word.ts';

export type ImportArguments = {
  sourceName: string;
  /** A file of this machine, or an address. */
  path: string | null;
  /** The other files, for sources that take several. */
  morePaths: readonly string[];
  territoryCodes: readonly string[];
  feedId: string | null;
  asOf: string | null;
  /** What is said of the file: see `ImportOptions`. */
  published?: { licence: string; page: null };
  accept: readonly string[];
  again: boolean;
  dryRun: boolean;
};

export const IMPORT_USAGE = `Utilisation : npm run import -- SOURCE [FICHIER ou ADRESSE] [options]

Sources
  demo                 le territoire de démonstration (sans fichier)
  communes             communes, contours, histoire, intercommunalités, départements
  population           habitants par commune et âge, carreaux de 200 m
  places               codes postaux et adresses, pour la recherche de lieux
  finess               établissements sanitaires et sociaux
  finess-nomenclature  leurs catégories
  finess-activites     leurs activités de soins
  finess-equipements   leurs équipements sociaux et médico-sociaux
  rpps                 professionnels de santé et lieux d’exercice
  ameli                téléphones, secteurs et tarifs des professionnels
  ameli-centres        téléphones et carte Vitale des centres de santé
  acceslibre           accessibilité des lieux
  apl                  accessibilité publiée aux médecins généralistes
  supply               soignants et établissements par commune, là où aucun n’est connu par son nom
  gtfs                 horaires d’un réseau (.zip)
  gtfs-flex            transport à la demande d’un réseau (.zip)
  osm                  routes et chemins (.osm.pbf ; plusieurs extraits voisins à la suite)
Sans fichier, les sources qui ont une adresse fixe sont téléchargées.

Options
  --territory CODE     seulement ce territoire (à répéter, ou séparés par des virgules)
  --feed NOM           nom du réseau, pour garder plusieurs horaires
  --date AAAA[-MM[-JJ]]  date des données, si le fichier ne la dit pas
  --licence NOM        licence du fichier, pour les réseaux de transport (chacun a la sienne)
  --accept CONTRÔLE    passer outre un contrôle nommé (à répéter)
  --again              importer même si ce fichier est déjà importé
  --dry-run            tout vérifier, ne rien écrire

Autres commandes
  list [--json]              les sources, leur dernier import, la commande qui les rafraîchit
  territory SIREN…           tout ce qui a une adresse publique, pour ces EPCI et 40 minutes autour
  rejects [IMPORT | SOURCE]  les lignes refusées, en CSV (--out FICHIER)
  links [SOURCE]             les liens entre les sources et les fiches
  link, unlink SOURCE CLÉ    décider d’un lien, ou le défaire
  duplicates [--json]        les doublons probables, à décider
  oppose RPPS                retirer un professionnel qui s’oppose à figurer, pour toujours
                             (sans numéro : --name "NOM Prénom" --postcode CP ; --undo, --list)`;

/** Throws `bad_request` with the usage when the words are not understood. */
export function readArguments(words: readonly string[]): ImportArguments {
  const { values, positionals } = parse(words);
  const [sourceName, path = null, ...morePaths] = positionals;
  const [extra] = morePaths;
  if (sourceName === undefined) throw refusal('une source est attendue');
  if (extra !== undefined && !TAKES_SEVERAL.includes(sourceName))
    throw refusal(`un seul fichier est attendu, « ${extra} » est en trop`);
  const asOf = values.date ?? null;
  if (asOf !== null && !isPartialDate(asOf)) {
    throw refusal(`--date attend AAAA, AAAA-MM ou AAAA-MM-JJ, reçu « ${asOf} »`);
  }
  const feedId = values.feed ?? null;
  if (feedId !== null && !/^[a-z0-9][a-z0-9-]{0,49}$/.test(feedId)) {
    throw refusal(`--feed attend des minuscules, chiffres et tirets, reçu « ${feedId} »`);
  }
  const licence = values.licence?.trim() ?? '';
  return {
    sourceName,
    path,
    morePaths,
    territoryCodes: (values.territory ?? [])
      .flatMap((codes) => codes.split(','))
      .filter((code) => code !== ''),
    feedId,
    asOf,
    ...(licence === '' ? {} : { published: { licence, page: null } }),
    accept: values.accept ?? [],
    again: values.again ?? false,
    dryRun: values['dry-run'] ?? false,
  };
}

const TAKES_SEVERAL = ['osm'];

/** A year, a month or a day that exists. */
function isPartialDate(text: string): boolean {
  if (!/^\d{4}(-\d\d(-\d\d)?)?$/.test(text)) return false;
  const day = `${text}-01-01`.slice(0, 10);
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === day;
}

const OPTIONS = {
  territory: { type: 'string', multiple: true },
  feed: { type: 'string' },
  date: { type: 'string' },
  licence: { type: 'string' },
  accept: { type: 'string', multiple: true },
  again: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
} as const;

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options: OPTIONS });
  } catch (cause) {
    throw refusal(optionFault(cause), cause);
  }
}

/** What Node says of an option, in French. */
function optionFault(cause: unknown): string {
  const said = cause instanceof Error ? cause.message : '';
  const option = /'(--?[^' <=]+)/.exec(said)?.[1] ?? '';
  if (said.startsWith('Unknown option')) {
    const known = Object.keys(OPTIONS).map((name) => `--${name}`);
    return `option inconnue « ${option} ».${didYouMean(option, known)}`;
  }
  return said.includes('does not take an argument')
    ? `${option} ne prend pas de valeur`
    : `${option} attend une valeur`;
}

function refusal(what: string, cause?: unknown): AppError {
  const sentence = /[.?]$/.test(what) ? what : `${what}.`;
  return new AppError('bad_request', `Import : ${sentence}\n\n${IMPORT_USAGE}`, { cause });
}
