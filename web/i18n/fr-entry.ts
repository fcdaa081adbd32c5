// What the page of one partner or professional says in French.

import type {
  Accessibility,
  Answer,
  HoursBlock,
  Notice,
  PointPrecision,
} from '#domain/directory/directory.ts';
import type { OpeningState } from '#domain/directory/opening-hours.ts';
import { frFormat as f } from '#web/i18n/fr-format.ts';

const PRECISIONS: Record<PointPrecision, string> = {
  site: 'Point exact',
  address: 'Point à l’adresse',
  bourg: 'Point au centre du bourg : demandez l’adresse exacte avant de venir',
  commune: 'Quelque part dans la commune : demandez l’adresse exacte avant de venir',
};

const ANSWERS: Record<Answer, string> = { yes: 'oui', no: 'non', unknown: 'non renseigné' };

const HOURS_KINDS: Record<HoursBlock['kind'], string> = {
  public: 'Horaires d’ouverture',
  phone: 'Horaires du téléphone',
  walk_in: 'Sans rendez-vous',
  home_visit: 'Visites à domicile',
};

const NOTICES: Record<Notice['kind'], string> = {
  closure: 'Fermeture',
  hours: 'Horaires changés',
  message: 'À savoir',
  departure: 'Départ',
};

const ACCESS: Record<keyof Accessibility, string> = {
  stepFree: 'Entrée sans marche',
  adaptedParking: 'Place de parking adaptée',
  adaptedToilet: 'Toilettes adaptées',
  hearingLoop: 'Boucle pour les appareils auditifs',
  homeVisits: 'Se déplace à domicile',
};

const FIELDS: Record<string, string> = {
  identity: 'Nom et activité',
  name: 'Nom',
  title: 'Métier ou service',
  category: 'Activité',
  address: 'Adresse',
  point: 'Emplacement',
  phone: 'Téléphone',
  contacts: 'Téléphone et contacts',
  email: 'Courriel',
  website: 'Site internet',
  hours: 'Horaires',
  services: 'Services',
  new_patients: 'Nouveaux patients',
  newPatients: 'Nouveaux patients',
  accessibility: 'Accessibilité',
  fees: 'Tarifs',
  coverage: 'Communes desservies',
  themes: 'Thèmes',
  notices: 'Annonces',
  description: 'Présentation',
  finess: 'Numéro FINESS',
  ...Object.fromEntries(
    Object.entries(ACCESS).map(([answer, words]) => [`accessibility.${answer}`, words]),
  ),
};

export const frEntry = {
  headDescription: 'Téléphone, horaires, accès, et les moyens d’y aller et d’en revenir.',
  precisions: PRECISIONS,
  answers: ANSWERS,
  hoursKinds: HOURS_KINDS,
  noticeKinds: NOTICES,
  field: (field: string): string => FIELDS[field] ?? field,

  demonstration: 'Démonstration',
  demonstrationText:
    'Cette fiche est un exemple : le nom, le téléphone et les horaires sont inventés. Le nombre de professionnels par commune, lui, est vrai.',
  call: 'Appeler',
  callNumber: (display: string, name: string): string => `Appeler ${name} au ${display}`,
  noPhone: 'Pas de téléphone connu.',
  fiction: 'numéro d’exemple, il ne sonne nulle part',
  contactKinds: {
    phone: 'Téléphone',
    email: 'Courriel',
    website: 'Site internet',
    booking: 'Prendre rendez-vous en ligne',
  },
  where: 'Où',
  at: (place: string): string => `À ${place}`,
  partOf: (organization: string): string => `Structure : ${organization}`,
  openState: (state: OpeningState): string => {
    switch (state.state) {
      case 'open':
        return `Ouvert jusqu’à ${f.hour(state.untilMinute)}`;
      case 'closed':
        return state.nextDate === null || state.nextMinute === null
          ? 'Fermé en ce moment'
          : `Fermé. Ouvre ${f.date(state.nextDate)} à ${f.hour(state.nextMinute)}`;
      case 'by_appointment':
        return 'Sur rendez-vous';
      case 'unknown':
        return 'Horaires non connus';
    }
  },
  hours: 'Horaires',
  hoursUnknown: 'Nous ne les connaissons pas. Renseignez-vous avant de venir.',
  closedDay: 'fermé',
  today: 'aujourd’hui',
  range: (from: number, to: number): string => `${f.hour(from)} – ${f.hour(to)}`,
  day: (iso: number): string => f.weekday(iso),
  byAppointment: 'Sur rendez-vous.',
  closedOnHolidays: 'Fermé les jours fériés.',
  newPatientsHeading: 'Nouveaux patients',
  newPatientsOn: (date: string): string => `réponse ${f.ofDate(date)}`,
  accessHeading: 'Accès',
  access: ACCESS,
  accessMore: 'Tous les détails sur acceslibre',
  accessUnknown: 'Rien n’est renseigné. Demandez avant de venir.',
  feesHeading: 'Tarifs',
  feesOrigin: (source: string, date: string | null): string =>
    date === null ? `source : ${source}` : `source : ${source}, ${date}`,
  feeOption: (option: string): string => `Option tarifaire : ${option}`,
  vitaleCard: { yes: 'Carte Vitale acceptée', no: 'Carte Vitale non acceptée' },
  services: 'Ce que vous pouvez y faire',
  themes: 'Thèmes',
  neighbours: 'Au même endroit',
  coverage: 'Communes desservies',
  coverageCount: (count: number): string =>
    count === 1 ? '1 commune' : `${f.number(count)} communes`,
  about: 'Présentation',
  noticeUntil: (end: string): string => `jusqu’au ${f.date(end)}`,
  noticeFrom: (start: string): string => `à partir du ${f.date(start)}`,

  outside: 'Hors du territoire',
  fromPlace: (name: string): string => `Depuis ${name} :`,
  moreNeighbours: (count: number): string => `Voir les ${count} autres`,
  drive: (minutes: number, meters: number): string =>
    `environ ${f.duration(minutes)} en voiture, ${f.distance(meters)} (estimation)`,

  source: 'D’où vient cette information ?',
  sourceIntro: 'Chaque information a sa source et sa date.',
  asOf: (date: string): string => `date : ${f.factDate(date)}`,
  confirmedOn: (date: string): string => `vérifié ${f.onDate(date)}`,
  toConfirm: 'à confirmer',
  toConfirmText: 'Cette information est ancienne ou peu sûre. Demandez confirmation en appelant.',

  goThere: {
    slots: 'Pas encore de rendez-vous ? Voir les jours et heures possibles',
    heading: 'Y aller et revenir',
    intro: 'Dites d’où vous partez et quand. Nous cherchons l’aller et le retour.',
    submit: 'Voir comment y aller',
    from: 'D’où partez-vous ?',
    fromHint: 'Commune ou code postal',
    day: 'Quel jour ?',
    hour: 'À quelle heure ?',
    mode: 'Comment vous déplacez-vous ?',
    optional: 'facultatif',
  },
  actions: {
    heading: 'Garder ou partager cette fiche',
    vcard: 'Enregistrer dans mes contacts',
    print: 'Imprimer la fiche',
    share: 'Partager le lien',
    shareTell: 'Le lien montre seulement cette fiche. Il ne dit pas qui vous êtes.',
    shareTellFrom: (commune: string): string =>
      `Le lien montre cette fiche et votre commune de départ (${commune}). Il ne dit pas qui vous êtes.`,
    copied: 'Lien copié.',
  },
  printSources: 'Sources :',
};
