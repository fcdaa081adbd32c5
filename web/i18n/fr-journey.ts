// What the journey page says in French: the sentence that matters, the legs, the calls, the reasons.

import type { Moment, ProfileQuestion, Tier, TravelMode } from '#domain/journey/journey.ts';
import { frFormat as f } from '#web/i18n/fr-format.ts';
import { frJourneyCalls } from '#web/i18n/fr-journey-calls.ts';
import { frJourneyChanges } from '#web/i18n/fr-journey-changes.ts';
import { frLegs } from '#web/i18n/fr-legs.ts';
import { frNotes } from '#web/i18n/fr-notes.ts';
import { frRules } from '#web/i18n/fr-rules.ts';

const TIERS: Record<Tier, string> = {
  0: 'Possible pour vous',
  1: 'À vérifier',
  2: 'Inscription d’abord',
  3: 'Presque possible',
};

const MODES: Record<TravelMode, string> = {
  no_car: 'Sans voiture',
  car: 'En voiture',
  driven: 'On m’emmène',
};

const QUESTIONS: Record<ProfileQuestion, string> = {
  ageYears: 'Quel âge avez-vous ?',
  residenceInsee: 'Habitez-vous dans la commune de départ ?',
  hasLicence: 'Avez-vous le permis de conduire ?',
  hasVehicle: 'Avez-vous une voiture, ou un autre véhicule ?',
  lowIncome: 'Avez-vous de petits revenus ?',
  prescription: 'Votre médecin a-t-il prescrit ce transport ?',
  coveredByInsurance: 'L’Assurance maladie paie-t-elle ce trajet ?',
  disabilityCard: 'Avez-vous une carte d’invalidité ou de mobilité inclusion ?',
  benefits: 'Recevez-vous l’une de ces aides ?',
};

const QUESTION_HINTS: Record<ProfileQuestion, string> = {
  ageYears: 'Certaines aides commencent à un âge donné.',
  residenceInsee: 'Certains transports sont réservés aux habitants.',
  hasLicence: 'Certains transports sont réservés aux personnes sans permis.',
  hasVehicle: 'Certains transports sont réservés aux personnes sans véhicule.',
  lowIncome: 'Un ordre de grandeur suffit : on vous le confirmera au téléphone.',
  prescription: 'Elle doit être faite avant le trajet.',
  coveredByInsurance: 'Par exemple pour une affection de longue durée (ALD).',
  disabilityCard: 'Elle ouvre des droits dans plusieurs transports.',
  benefits: 'Cochez celles que vous recevez, ou « aucune ».',
};

function moment(at: Moment): string {
  return `${f.date(at.date)}, ${f.hour(at.minute)}`;
}

/** The first day of a first ride, when it is known. */
function firstRide(date: string | null): string {
  return date === null ? '' : ` Un premier trajet est possible à partir de ${f.date(date)}.`;
}

export const frJourney = {
  ...frLegs,
  ...frNotes,
  ...frJourneyChanges,
  title: (name: string): string => `Votre trajet : ${name}`,
  heading: 'Comment y aller, et comment revenir',
  forWhom: (from: string, to: string): string => frRules.sentence(`${f.from(from)} ${f.to(to)}`),
  appointmentAt: (date: string, minute: number, durationMinutes: number | null): string =>
    `Rendez-vous ${f.date(date)} à ${f.hour(minute)}${durationMinutes === null ? '' : `, environ ${f.duration(durationMinutes)}`}`,
  example: 'Exemple : ',
  refused: 'Ce rendez-vous n’est pas possible à calculer. Vérifiez le jour et l’heure.',
  toCheckByPhone: 'Vérifiez au téléphone que c’est bien pour vous.',
  missingFrom: 'Dites-nous d’où vous partez : nous chercherons les façons d’y aller et de revenir.',
  unknownFrom: (text: string): string =>
    `Nous ne trouvons pas « ${text} ». Écrivez le nom d’une commune ou son code postal.`,
  form: {
    from: 'D’où partez-vous ?',
    fromHint: 'Commune ou code postal',
    day: 'Quel jour ?',
    hour: 'À quelle heure ?',
    duration: 'Combien de temps dure-t-il ?',
    durations: {
      unknown: 'Je ne sais pas',
      minutes: (minutes: number): string => f.duration(minutes),
    },
    mode: 'Comment vous déplacez-vous ?',
    needs: 'Avez-vous besoin d’une aide ?',
    needsHint: 'Facultatif. Cochez ce qui vous concerne.',
    submit: 'Voir comment y aller',
    change: 'Changer le rendez-vous',
  },
  modes: MODES,
  tiers: TIERS,
  /** Of the same rank as a first registration: the time is past, an urgent call may do. */
  urgentCall: 'Demande urgente',
  moment,

  /** The sentence that matters, by state of booking. `limit` is the last moment somebody answers. */
  headline: {
    leave: (minute: number): string => `Partez à ${f.hour(minute)}.`,
    leaveAndBack: (out: number, back: number): string =>
      `Partez à ${f.hour(out)}. Le retour part à ${f.hour(back)}. Rien à réserver.`,
    nothingToBook: 'Rien à réserver.',
    /** `isSettled`: nothing is left to check nor to wait for after the call. */
    callBefore: (phone: string, limit: Moment, isSettled: boolean): string =>
      `Appelez le ${phone} avant ${moment(limit)}${isSettled ? ', puis tout est réglé' : ''}.`,
    contactBefore: (name: string, limit: Moment, isSettled: boolean): string =>
      `Contactez ${name} avant ${moment(limit)}${isSettled ? ', puis tout est réglé' : ''}.`,
    callFirst: (phone: string, limit: Moment): string =>
      `Première étape : appelez le ${phone} avant ${moment(limit)}.`,
    callsInAll: (count: number): string =>
      `Il y a ${count} appels à faire. Ils sont dans l’ordre, plus bas.`,
    callToBook: (phone: string): string => `Appelez le ${phone} pour réserver.`,
    contactToBook: (name: string): string => `Contactez ${name} pour réserver.`,
    opensOn: (at: Moment): string => `Les réservations ouvrent ${moment(at)}.`,
    registerBefore: (phone: string, limit: Moment): string =>
      `Première fois ? Appelez le ${phone} pour vous inscrire, avant ${moment(limit)}.`,
    registrationClosed: (nextDate: string | null): string =>
      `Première fois ? Il est trop tard pour s’inscrire avant ce trajet.${firstRide(nextDate)}`,
    alreadyRegistered: (limit: Moment): string => `Déjà inscrit ? Appelez avant ${moment(limit)}.`,
    registerFirst: 'Première fois ? Il faut d’abord s’inscrire : demandez comment faire.',
    companyToBook: 'Appelez l’entreprise de votre choix pour réserver.',
    register: (phone: string): string =>
      `Première fois ? Appelez d’abord le ${phone} pour vous inscrire.`,
    tooLate: (limit: Moment): string => `Trop tard : il fallait appeler avant ${moment(limit)}.`,
    tooLateUrgent: (phone: string): string =>
      `Le délai est passé. Appelez quand même le ${phone} : une demande urgente est parfois acceptée.`,
    tooLateAnyway: 'Le délai de réservation est passé.',
    medical: 'Demandez d’abord à votre médecin une prescription de transport.',
  },

  checkTimes: 'Regardez les horaires avant de partir : ils ont pu changer.',
  best: 'Le plus simple :',
  options: (count: number): string =>
    count === 1 ? '1 façon d’y aller' : `${count} façons d’y aller`,
  price: {
    heading: 'Ce que cela coûte',
    total: 'Pour ce trajet',
    free: 'Gratuit',
    unknown: 'Prix à demander',
    atLeast: (cents: number): string => `au moins ${f.euros(cents)}`,
    range: (low: number, high: number): string => `entre ${f.euros(low)} et ${f.euros(high)}`,
    partial: 'Une partie du prix n’est pas connue : demandez-la en appelant.',
    estimate: 'Estimation : les kilomètres sont calculés, pas mesurés sur la route.',
    once: 'une fois par an',
    plusOnce: (cents: number): string => `+ ${f.euros(cents)} d’adhésion par an`,
  },

  eligibility: {
    heading: 'Est-ce pour vous ?',
    yes: 'Oui, d’après vos réponses',
    unknown: 'À vérifier au téléphone',
    no: 'Non, d’après vos réponses',
    open: 'Ouvert à tous',
    met: 'oui',
    toCheck: 'à vérifier',
    notMet: 'non',
    noneFound: 'oui : nous n’en trouvons pas ce jour-là',
  },

  calls: frJourneyCalls,

  toHave: 'À avoir sous la main',

  almost: {
    heading: 'Presque possible',
    intro: 'Ces façons ne conviennent pas telles quelles. Voici pourquoi.',
    because: 'Ce qui bloque',
  },

  questions: {
    teaser: (count: number): string =>
      count === 1
        ? 'Une question peut changer cette réponse'
        : `${count} questions peuvent changer cette réponse`,
    offersChanged: 'Un transport vient de changer : la réponse est à jour.',
    answered: 'Calcul refait avec vos réponses.',
    failed: 'Le calcul n’a pas abouti. Vos réponses sont toujours là : essayez encore.',
    noBenefit: 'Aucune de ces aides',
    heading: 'Quelques questions qui changent la réponse',
    intro:
      'Répondez si vous voulez. Vos réponses servent à ce calcul et ne sont gardées nulle part chez nous.',
    onDevice: 'Elles restent sur cet appareil jusqu’à ce que vous fermiez la page.',
    yes: 'Oui',
    no: 'Non',
    skip: 'Je passe',
    submit: 'Tenir compte de mes réponses',
    forget: 'Oublier mes réponses',
    text: QUESTIONS,
    hints: QUESTION_HINTS,
    registered: (name: string): string => `Êtes-vous déjà inscrit à « ${name} » ?`,
    registeredHint: 'Si oui, vous avez plus de temps pour appeler, et l’adhésion est déjà payée.',
    residence: (name: string): string => `Habitez-vous à ${name} ?`,
  },

  /** By state of the answers about oneself, counted in the ways of a list of results. */
  ownWays: {
    label: 'Vos réponses',
    busy: 'Nous tenons compte de vos réponses…',
    counted: 'Ces trajets tiennent compte de vos réponses. Elles restent sur cet appareil.',
    failed:
      'Vos réponses n’ont pas pu être prises en compte : ces trajets sont ceux de tout le monde. Rechargez la page.',
    forgotten: 'Vos réponses sont oubliées : ces trajets sont ceux de tout le monde.',
  },

  nothing: {
    heading: 'Rien trouvé pour ce rendez-vous',
    text: (crow: number, minutes: number, estimate: boolean): string =>
      `Le lieu est à ${f.distance(crow)} à vol d’oiseau, environ ${f.duration(minutes)} en voiture${estimate ? ' (estimation)' : ''}.`,
    tips: [
      'Demandez au cabinet un autre jour ou une autre heure, en milieu de journée si possible.',
      'Demandez si une visite à domicile ou une téléconsultation est possible.',
      'Appelez un conseiller en mobilité : il connaît les solutions de votre commune.',
    ],
    allOffers: 'Voir tous les transports',
    advisers: 'Appeler un conseiller',
  },
  driveFact: (minutes: number, meters: number, estimate: boolean): string =>
    `En voiture : environ ${f.duration(minutes)}, ${f.distance(meters)}${estimate ? ' (estimation)' : ' par la route'}`,
  print: 'Imprimer cette page',
  toEntry: 'Voir la fiche du lieu',
};
