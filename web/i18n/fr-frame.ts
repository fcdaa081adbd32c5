// What the server alone writes around every page in French: whom to call, what to say when a page
// fails; and the facts of a card, which no browser says anew.

export const frHelp = {
  title: 'Besoin d’aide tout de suite ?',
  intro: 'Gratuits, sauf quand c’est écrit.',
  allNumbers: 'Quel numéro appeler ?',
  bar: 'Urgences',
  numbers: [
    {
      number: '15',
      short: 'SAMU',
      dial: '15',
      channel: 'call',
      label: 'SAMU',
      when: 'Une vie est en danger : malaise, douleur dans la poitrine, paralysie, accident grave.',
      kind: 'emergency',
      hours: 'jour et nuit',
    },
    {
      number: '112',
      short: 'Urgences',
      dial: '112',
      channel: 'call',
      label: 'Urgences',
      when: 'Toute urgence, depuis n’importe quel téléphone. Il vous oriente vers les secours.',
      kind: 'emergency',
      hours: 'jour et nuit',
    },
    {
      number: '114',
      short: 'SMS',
      dial: '114',
      channel: 'text',
      label: 'Urgences par SMS',
      when: 'Vous n’entendez pas ou ne pouvez pas parler : écrivez un SMS à ce numéro.',
      kind: 'emergency',
      hours: 'jour et nuit',
    },
    {
      number: '116 117',
      short: 'Médecin de garde',
      dial: '116117',
      channel: 'call',
      label: 'Médecin de garde',
      when: 'Votre médecin est absent, c’est le soir, la nuit ou le week-end, et cela ne peut pas attendre.',
      kind: 'out_of_hours',
      hours: 'soirs, nuits, week-ends',
    },
    {
      number: '3114',
      short: 'Idées suicidaires',
      dial: '3114',
      channel: 'call',
      label: 'Prévention du suicide',
      when: 'Vous pensez à mourir, ou vous avez peur pour un proche. Un soignant vous écoute.',
      kind: 'listening',
      hours: 'jour et nuit',
    },
    {
      number: '3919',
      short: 'Violences',
      dial: '3919',
      channel: 'call',
      label: 'Violences faites aux femmes',
      when: 'Vous subissez des violences, ou vous en êtes témoin. L’appel reste secret.',
      kind: 'listening',
      hours: 'jour et nuit',
    },
  ],
};

export const frProblem = {
  notFoundTitle: 'Cette page n’existe pas',
  notFoundText:
    'L’adresse a peut-être changé, ou une lettre s’est perdue. Vos recherches, elles, fonctionnent toujours.',
  notFoundHome: 'Faire une recherche',
  notFoundDirectory: 'Parcourir l’annuaire',
  failureTitle: 'Nous n’avons pas pu préparer cette page',
  failureText:
    'La panne vient de chez nous. Rien n’est perdu : réessayez dans une minute. Les numéros ci-dessous répondent toujours.',
  retry: 'Réessayer',
  refusedTitle: 'Nous n’avons pas compris cette demande',
  refusedText: 'Revenez à la recherche et répondez de nouveau aux questions.',
};

export const frOpening = {
  openUntil: (hour: string) => `Ouvert jusqu’à ${hour}`,
  closedUntil: (date: string, hour: string) => `Fermé. Ouvre ${date} à ${hour}`,
  closedUntilToday: (hour: string) => `Fermé. Ouvre aujourd’hui à ${hour}`,
  closedUntilTomorrow: (hour: string) => `Fermé. Ouvre demain à ${hour}`,
  closed: 'Fermé en ce moment',
  byAppointment: 'Sur rendez-vous',
  hoursUnknown: 'Appelez pour les horaires',
};

export const frCards = {
  distanceLabel: 'Distance',
  byCar: (minutes: string) => `${minutes} en voiture`,
  crow: 'à vol d’oiseau',
  here: 'Dans votre commune',
  newPatients: (answer: string) => `Nouveaux patients : ${answer}`,
  stepFree: 'Entrée sans marche',
  notStepFree: 'Entrée avec des marches',
  homeVisits: 'Vient à domicile',
  goLink: 'Voir l’aller et le retour',
  goLinkFor: (name: string) => `Voir l’aller et le retour pour ${name}`,
  sheetLink: 'Voir la fiche',
  sheetLinkFor: (name: string) => `Voir la fiche de ${name}`,
};

export const frChoice = {
  pageTitle: (text: string) => `Quelle commune « ${text} » ?`,
  title: (text: string) => `Plusieurs communes répondent à « ${text} »`,
  lead: 'De laquelle partez-vous ?',
  other: 'Une autre commune',
};
