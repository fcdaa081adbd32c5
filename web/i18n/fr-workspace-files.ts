// How French says files: what an organization takes away, what a file from elsewhere would change.

const count = (number: number, one: string, many: string) => `${number} ${number < 2 ? one : many}`;

export const frWorkspaceFiles = {
  title: 'Fichiers',
  lead: 'Emportez vos offres, ou apportez-en d’un autre logiciel. Rien n’est publié sans vous.',
  out: 'Emporter vos offres',
  outText:
    'Une archive GTFS et GTFS-Flex avec toutes vos offres, brouillons compris. Elle se relit ici sans rien perdre.',
  download: 'Télécharger toutes vos offres',
  publicTitle: 'Le fichier public',
  publicText:
    'Vos offres publiées, pour le point d’accès national et les calculateurs d’itinéraires, sous Licence Ouverte 2.0 :',
  embedTitle: 'Sur votre site',
  embedText: 'Copiez ces lignes dans une page de votre site : la liste y reste à jour.',
  in: 'Apporter un fichier',
  inText: 'Une archive .zip GTFS ou GTFS-Flex, ou une archive téléchargée ici. 20 Mo au plus.',
  choose: 'Choisir un fichier .zip',
  reading: 'Lecture du fichier…',
  writing: 'Écriture des brouillons…',
  needsScript: 'Pour apporter un fichier, JavaScript doit être actif dans votre navigateur.',
  found: (file: string, number: number) => `${file} : ${count(number, 'offre', 'offres')}`,
  whole: 'Ce fichier vient d’ici : tout y est.',
  partial:
    'Ce format ne dit pas tout : les prix, les conditions et les aides déjà saisis ne changent pas.',
  ignored: (names: string) => `Fichiers laissés de côté : ${names}.`,
  states: { new: 'Nouvelle', changed: 'Changée', unchanged: 'Inchangée', refused: 'Refusée' },
  unnamed: 'Sans nom',
  take: (name: string) => `Prendre « ${name} »`,
  showChanges: (number: number) => count(number, 'changement', 'changements'),
  accept: (number: number) =>
    `Écrire ${count(number, 'brouillon', 'brouillons')}, sans rien publier`,
  nothing: 'Cochez au moins une offre.',
  cancel: 'Abandonner',
  done: (number: number) =>
    `${count(number, 'brouillon est prêt', 'brouillons sont prêts')} : relisez, puis publiez.`,
  open: (name: string) => `Ouvrir « ${name} »`,
  broken: 'Ce fichier a des défauts, rien n’a été pris',
  warnings: 'À savoir',
  given: (value: string) => `(« ${value} »)`,
  where: (file: string, line: number | null, field: string | null) =>
    [file, line === null ? '' : `ligne ${line}`, field === null ? '' : `champ ${field}`]
      .filter((each) => each !== '')
      .join(', '),
  failures: {
    stale: 'Une de ces offres a changé entre-temps : envoyez le fichier de nouveau.',
    too_large: 'Ce fichier dépasse 20 Mo.',
    not_allowed: 'Votre rôle ne permet pas d’apporter un fichier.',
    unreachable: 'Le serveur ne répond pas. Le fichier n’a pas été pris : réessayez.',
    busy: 'D’autres fichiers sont en cours de lecture : réessayez dans une minute.',
    signed_out: 'Vous n’êtes plus connecté : rechargez la page.',
  },
};
