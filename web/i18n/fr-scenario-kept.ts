// What is said in French of what one keeps of a scenario: its link, its name, files, departures announced.

import { frFormat as f } from '#web/i18n/fr-format.ts';

export const frScenarioKept = {
  title: 'Garder et montrer',
  link: 'Lien vers ces scénarios',
  linkHint:
    'Qui l’ouvre retrouve les mêmes changements et les mêmes chiffres. Rien n’est gardé sur nos serveurs.',
  copy: 'Copier le lien',
  copied: 'Lien copié.',
  copyFailed: 'Le lien n’a pas pu être copié : sélectionnez-le et copiez-le.',
  holdsNoted:
    'Attention : ces scénarios contiennent un départ qui n’a été dit qu’à votre organisme. Le lien et le rapport le montrent par son lieu, sans nom ni date ; là où une seule personne exerce, cela suffit à la reconnaître. Ne les donnez qu’à qui peut le savoir.',
  broken: 'Ce lien est incomplet ou a été modifié : les scénarios n’ont pas pu être retrouvés.',
  elsewhere: (territory: string): string =>
    `Ce lien a été fait pour un autre territoire : ${territory}. Rien n’en est essayé ici.`,
  goThere: (territory: string): string => `Ouvrir ce lien sur son territoire : ${territory}`,
  sameData: 'Mêmes données que lorsque ce lien a été fait : mêmes chiffres.',
  otherData:
    'Les données ont changé depuis que ce scénario a été fait : les chiffres peuvent différer de ceux d’alors.',
  otherSources: (names: readonly string[]): string => `Ce qui a changé : ${f.list(names)}.`,
  sources: {
    population: 'la population',
    supply: 'l’offre de soins comptée',
    doubtful_supply: 'les effectifs à vérifier',
    off_road: 'les lieux loin des routes',
    roads: 'les routes',
    parameters: 'les paramètres',
    published: 'les chiffres publiés',
    lines: 'les lignes',
    offers: 'les offres de transport',
    week: 'la semaine de référence',
    days: 'les jours utiles sans voiture',
  } as Record<string, string>,
  editions: (told: string): string => `Données : ${told}.`,
  undated: 'estimées ou sans date',
  report: 'Voir le rapport à imprimer',
  csv: 'Tableau (CSV)',
  geojson: 'Carte (GeoJSON)',
  png: 'Image (PNG)',
  files: 'Télécharger',
  fileName: (territory: string, profession: string): string =>
    `scenario-${territory}-${profession}`,
  header: {
    insee: 'insee',
    commune: 'commune',
    population: 'habitants',
    before: 'acces_avant',
    after: 'acces_apres',
    change: 'difference',
    stateBefore: 'etat_avant',
    stateAfter: 'etat_apres',
    crossing: 'seuil',
    daysBefore: 'jours_utiles_avant',
    daysAfter: 'jours_utiles_apres',
    daysChange: 'difference_jours',
    profession: 'profession',
    unit: 'unite_acces',
    vintages: 'donnees',
    fingerprint: 'empreinte_donnees',
    scenario: 'empreinte_scenario',
  },
  states: { inReach: 'à portée', nothing: 'rien à moins de 20 minutes' },
  save: {
    title: 'Scénarios de votre organisme',
    signIn: 'Se connecter pour garder ses scénarios sous un nom',
    signInFirst: 'Ce que vous essayez vous attend : vous le retrouverez ici, une fois connecté.',
    organization: 'Organisme',
    name: 'Nom du scénario',
    save: (number: number): string => `Garder le scénario ${number}`,
    saved: (name: string): string => `Gardé : « ${name} ».`,
    noName: 'Donnez un nom au scénario.',
    failed:
      'Le scénario n’a pas pu être gardé. Rien n’est perdu sur cette page : essayez de nouveau.',
    stale: 'Quelqu’un a changé ce scénario entre-temps : la liste est remise à jour.',
    none: 'Aucun scénario gardé pour ce territoire.',
    openAs: (number: number): string => `Ouvrir en scénario ${number}`,
    openOf: (name: string, number: number): string => `Ouvrir « ${name} » en scénario ${number}`,
    rewrite: 'Remplacer par ce que j’essaie',
    rewriteOf: (name: string): string => `Remplacer « ${name} » par le scénario affiché`,
    remove: 'Supprimer',
    removeOf: (name: string): string => `Supprimer « ${name} »`,
    removed: (name: string): string => `Supprimé : « ${name} ».`,
    sure: 'Confirmer la suppression',
    changes: (count: number): string =>
      count < 2 ? `${count} changement` : `${count} changements`,
    changed: (when: string): string => `touché ${when}`,
  },
  departures: {
    title: 'Départs annoncés',
    lead: 'Ce que des praticiens vous ont dit. Saisi à la main, visible de votre organisme seulement, jamais déduit d’un âge ni d’aucune donnée.',
    who: 'Qui a annoncé son départ ?',
    whoMissing: 'Choisissez qui part.',
    when: 'Quand ?',
    whenHint: 'Une année, un mois ou un jour : 2027, juin 2027 ou 30/06/2027.',
    whenWrong:
      'Écrivez une année, un mois ou un jour. Par exemple : 2027, juin 2027 ou 30/06/2027.',
    note: 'Note',
    add: 'Noter ce départ',
    noted: (name: string): string => `Noté : ${name}.`,
    remove: 'Retirer',
    removeOf: (name: string): string => `Retirer le départ de ${name}`,
    removed: 'Départ retiré.',
    failed: 'Cela n’a pas pu être fait. Vérifiez la connexion, puis essayez de nouveau.',
    stale: 'Quelqu’un a changé ce départ entre-temps : la liste est remise à jour.',
    none: 'Aucun départ noté.',
    nobody:
      'L’annuaire ne nomme ici aucun praticien de cette profession : son offre vient de comptages par commune, sans nom. Un départ s’essaie alors plus haut, par lieu.',
    gone: 'n’est plus dans l’annuaire',
    year: 'Jusqu’à la fin de',
    apply: 'Essayer ces départs',
    caution:
      'Une fois essayés, ces départs sont aussi dans l’adresse de cette page, dans son lien et dans le rapport : par leur lieu, sans nom ni date. Là où une seule personne exerce, cela suffit à la reconnaître.',
    applied: (count: number): string =>
      count < 2 ? `${count} départ ajouté au scénario.` : `${count} départs ajoutés au scénario.`,
    allTried: 'Ces départs sont dans le scénario.',
    share: (percent: string): string =>
      `Part de l’offre qui part : ${percent} % de l’accès actuel du territoire.`,
    worst: 'Communes où la part est la plus grande',
    elsewhere: (count: number): string =>
      count < 2
        ? '1 départ ne concerne pas cette profession.'
        : `${count} départs ne concernent pas cette profession.`,
    percent: (value: number): string => `${f.number(Math.round(value * 100))} %`,
  },
};
