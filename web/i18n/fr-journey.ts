// What the journey page says in French: the sentence that matters, the legs, the calls, the reasons.

import type {
  JourneyNote,
  Leg,
  Moment,
  ProfileQuestion,
  Tier,
  TravelMode,
} from '#domain/journey/journey.ts';
import { frFormat as f } from '#web/i18n/fr-format.ts';
import { frJourneyChanges } from '#web/i18n/fr-journey-changes.ts';
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
  member: 'Êtes-vous déjà inscrit au transport que vous voulez prendre ?',
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
  member: 'Si oui, vous avez plus de temps pour appeler, et l’adhésion est déjà payée.',
  prescription: 'Elle doit être faite avant le trajet.',
  coveredByInsurance: 'Par exemple pour une affection de longue durée (ALD).',
  disabilityCard: 'Elle ouvre des droits dans plusieurs transports.',
  benefits: 'Cochez celles que vous recevez, ou « aucune ».',
};

const VEHICLES: Record<NonNullable<Leg['line']>['vehicle'], string> = {
  train: 'Train',
  coach: 'Car',
  bus: 'Bus',
  other: 'Ligne',
};

function moment(at: Moment): string {
  return `${f.date(at.date)}, ${f.hour(at.minute)}`;
}

/** Where a leg ends, said with what comes next: « jusqu’à la gare de Chalais ». */
function toward(name: string, next: Leg): string {
  if (next.mode !== 'transit') return `jusqu’à ${name}`;
  return next.line?.vehicle === 'train'
    ? `jusqu’à la gare ${f.from(name)}`
    : `jusqu’à l’arrêt « ${name} »`;
}

export const frJourney = {
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
  moment,

  /** The sentence that matters, by state of booking. `limit` is the last moment somebody answers. */
  headline: {
    leave: (minute: number): string => `Partez à ${f.hour(minute)}.`,
    leaveAndBack: (out: number, back: number): string =>
      `Partez à ${f.hour(out)}. Le retour part à ${f.hour(back)}. Rien à réserver.`,
    nothingToBook: 'Rien à réserver.',
    callBefore: (phone: string, limit: Moment): string =>
      `Appelez le ${phone} avant ${moment(limit)}, puis tout est réglé.`,
    contactBefore: (name: string, limit: Moment): string =>
      `Contactez ${name} avant ${moment(limit)}, puis tout est réglé.`,
    callFirst: (phone: string, limit: Moment): string =>
      `Première étape : appelez le ${phone} avant ${moment(limit)}.`,
    callsInAll: (count: number): string =>
      `Il y a ${count} appels à faire. Ils sont dans l’ordre, plus bas.`,
    callToBook: (phone: string): string => `Appelez le ${phone} pour réserver.`,
    contactToBook: (name: string): string => `Contactez ${name} pour réserver.`,
    opensOn: (at: Moment): string => `Les réservations ouvrent ${moment(at)}.`,
    registerBefore: (phone: string, limit: Moment): string =>
      `Première fois ? Appelez le ${phone} pour vous inscrire, avant ${moment(limit)}.`,
    alreadyRegistered: (limit: Moment): string =>
      `Déjà inscrit ? Appelez avant ${moment(limit)}, puis tout est réglé.`,
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
  outbound: 'Aller',
  back: 'Retour',
  backAgreed: 'Le retour se décide en réservant : dites à quelle heure vous pensez finir.',
  noBack: 'Pas de retour trouvé avec ce transport.',
  agreedTime: 'heure à fixer en réservant',
  estimate: 'estimation',
  doorToDoor: (minutes: number): string =>
    `${f.duration(minutes)} en tout, attente comprise, sans compter le rendez-vous`,
  walkTotal: (meters: number): string => `${f.distance(meters)} à pied en tout`,
  waitThere: (minutes: number): string =>
    `Vous attendez ${f.duration(minutes)} avant le rendez-vous`,
  waitBetween: (minutes: number, place: string): string =>
    `Attente : ${f.duration(minutes)} à ${place}`,
  otherReturns: 'Autres retours possibles',
  otherReturn: (depart: number, arrive: number | null): string =>
    arrive === null
      ? `Départ à ${f.hour(depart)}`
      : `Départ à ${f.hour(depart)}, arrivée à ${f.hour(arrive)}`,
  lastReturn: (minute: number): string => `Dernier retour possible : ${f.hour(minute)}`,
  seeLegs: 'Voir le trajet en détail',
  seeMap: 'Voir le trajet sur la carte',
  hideMap: 'Fermer la carte',
  /** One leg. Of the last one the end is written just below: it is not said twice. */
  leg: (leg: Leg, next: Leg | undefined): string => {
    const minutes =
      leg.departMinute !== null && leg.arriveMinute !== null
        ? ` (${f.duration(leg.arriveMinute - leg.departMinute)})`
        : '';
    const until = next === undefined ? '' : ` ${toward(leg.to.name, next)}`;
    switch (leg.mode) {
      case 'walk':
        return `Marchez ${f.distance(leg.meters)}${until}${minutes}`;
      case 'car':
        return `En voiture${until} : ${f.distance(leg.meters)}${minutes}`;
      case 'ride':
        return `${leg.offerName ?? 'Le conducteur'} vous prend et vous conduit${until}${minutes}`;
      case 'transit': {
        const off = `descendez à ${leg.to.name}${minutes}`;
        if (leg.line === null) return frRules.sentence(off);
        const number = leg.line.tripName === null ? '' : ` n° ${leg.line.tripName}`;
        const bound = leg.line.headsign === null ? '' : ` vers ${leg.line.headsign}`;
        const name = leg.line.name === '' ? '' : ` ${leg.line.name}`;
        return `${VEHICLES[leg.line.vehicle]}${name}${number}${bound} : ${off}`;
      }
      case 'local_network':
        return `${leg.offerName ?? 'Bus de ville'}${until} : regardez l’horaire avant de partir`;
    }
  },
  legStops: (count: number): string =>
    count <= 0
      ? 'sans arrêt'
      : count === 1
        ? '1 arrêt avant le vôtre'
        : `${count} arrêts avant le vôtre`,
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
  },

  calls: {
    heading: 'Vos appels, dans l’ordre',
    call: (phone: string): string => `Appelez le ${phone}`,
    before: (limit: Moment): string => `avant ${moment(limit)}`,
    ruleLimit: (limit: Moment): string =>
      `La règle dit : avant ${moment(limit)}. Ensuite, plus personne ne répond.`,
    opens: (at: Moment): string => `Réservations ouvertes à partir du ${moment(at)}.`,
    firstTime: (limit: Moment): string =>
      `Si c’est la première fois, inscrivez-vous avant ${moment(limit)}.`,
    noPhone: 'Pas de téléphone connu.',
    anyCompany:
      'L’entreprise de votre choix : demandez à votre médecin, à la pharmacie ou à la mairie.',
    online: 'Réserver en ligne',
    email: 'Écrire un courriel',
    say: 'Ce que vous pouvez dire',
    hello: 'Bonjour, je voudrais réserver un transport.',
    rideLeave: (from: string, to: string, date: string, minute: number): string =>
      `${frRules.sentence(f.date(date))}, je pars ${f.from(from)} à ${f.hour(minute)}. Je vais ici : ${to}.`,
    rideArrive: (from: string, to: string, date: string, minute: number): string =>
      `${frRules.sentence(f.date(date))}, je dois arriver à ${f.hour(minute)}. Je pars ${f.from(from)}. Je vais ici : ${to}.`,
    rideBack: (to: string, minute: number): string =>
      `Pour le retour, pouvez-vous me prendre au même endroit vers ${f.hour(minute)} ? Je rentre ${f.to(to)}.`,
    backUnknown: 'Je ne sais pas encore à quelle heure je finirai. Comment faire pour le retour ?',
    needs: (needs: readonly string[]): string => `J’ai besoin de : ${f.list(needs)}.`,
    askPrice: 'Combien cela va-t-il coûter ?',
    alsoSay: 'On vous demandera aussi',
    print: 'Imprimer la liste d’appels',
    done: 'Appelé le',
    answer: 'Réponse',
  },

  toHave: 'À avoir sous la main',
  notes: 'Bon à savoir',
  note: (note: JourneyNote): string => {
    switch (note.code) {
      case 'reference_timetable':
        return `Horaires de référence, valables du ${f.factDate(note.validFrom)} au ${f.factDate(note.validTo)} : vérifiez avant de partir.`;
      case 'timetable_missing':
        return `Nous n’avons pas les horaires de « ${note.offerName} » : regardez-les avant de partir.`;
      case 'facts_to_confirm':
        return note.asOf === null
          ? 'Informations sans date, à confirmer.'
          : `Informations ${f.ofDate(note.asOf)}, à confirmer.`;
      case 'walk_long':
        return `Il y a ${f.distance(note.meters)} à marcher.`;
      case 'no_return_after':
        return `Plus de retour après ${f.hour(note.minute)}.`;
      case 'wait_beyond_free':
        return `L’attente dépasse ${f.duration(note.freeMinutes)} : le prix peut doubler. Parlez-en en réservant.`;
      case 'prescription_before':
        return 'Demandez la prescription à votre médecin avant le trajet.';
      case 'insurance_excluded':
        return 'Pas possible si l’Assurance maladie paie ce trajet.';
      case 'last_resort':
        return 'À demander seulement si rien d’autre ne convient.';
      case 'accommodation_unknown':
        return `${frRules.accommodations[note.accommodation]} : nous ne savons pas si c’est possible. Demandez en appelant.`;
      case 'duration_assumed':
        return `Nous avons compté ${f.duration(note.minutes)} sur place : dites-nous la durée si vous la connaissez.`;
      case 'long_wait':
        return `Il y a ${f.duration(note.minutes)} d’attente.`;
      case 'not_running':
        return note.nextDate === null
          ? 'Ne circule pas ce jour-là.'
          : `Ne circule pas ce jour-là. Prochain jour : ${f.date(note.nextDate)}.`;
      case 'outside_hours':
        return `Circule seulement de ${f.hour(note.fromMinute)} à ${f.hour(note.toMinute)}.`;
      case 'no_return':
        return 'Il n’y a pas de retour ce jour-là.';
      case 'driver_waits':
        return `Le conducteur vous attend sur place, environ ${f.duration(note.minutes)}.`;
      case 'connection_margin':
        return `Vous avez ${f.duration(note.minutes)} pour changer.`;
    }
  },

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
    residence: (name: string): string => `Habitez-vous à ${name} ?`,
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
