// What the page about transport prescribed by a doctor says in French: questions, what to ask, dated amounts.

import type {
  MedicalEstimate,
  MedicalStep,
  MedicalStepCode,
} from '#domain/transport/medical-advice.ts';
import type { MedicalFact, MedicalFactId } from '#domain/transport/medical-facts.ts';
import type {
  MedicalPosture,
  MedicalQuestion,
  MedicalReason,
  MedicalSituation,
} from '#domain/transport/medical-situations.ts';
import { frFormat as f } from '#web/i18n/fr-format.ts';

/** An amount with its unit, and « à confirmer » when it is weak: put inside a sentence. */
type SayAmount = (id: MedicalFactId) => string;

const REASONS: Record<MedicalReason, string> = {
  consultation: 'Une consultation ou un examen',
  repeated_treatment: 'Un traitement qui se répète (dialyse, rayons, chimiothérapie, rééducation)',
  hospital_stay: 'Entrer à l’hôpital, ou en sortir',
  summons: 'Une convocation (contrôle médical, expert, appareillage)',
  child_centre: 'Un centre pour enfants (CAMSP, CMPP)',
  emergency: 'Une urgence, maintenant',
};

const POSTURES: Record<MedicalPosture, string> = {
  alone: 'Seul, en voiture, en car ou en train',
  with_relative: 'Avec un proche, en voiture, en car ou en train',
  seated_helped: 'Assis, mais avec une aide',
  lying: 'Allongé, ou surveillé pendant le trajet',
};

const QUESTIONS: Record<MedicalQuestion, string> = {
  reason: 'Pourquoi faites-vous ce trajet ?',
  hasPrescription: 'Avez-vous déjà une prescription de transport ?',
  posture: 'Comment pouvez-vous voyager ?',
  longTermIllness: 'Est-ce pour une affection de longue durée (ALD) ?',
  oneWayKm: 'Combien de kilomètres, pour aller ?',
  tripsInTwoMonths: 'Combien de fois y allez-vous en deux mois, pour ce même soin ?',
  workAccident: 'Est-ce pour un accident du travail, ou une maladie professionnelle ?',
  maternity:
    'Êtes-vous enceinte de plus de 5 mois, ou avez-vous accouché depuis moins de 12 jours ?',
  solidarityCover: 'Avez-vous la complémentaire santé solidaire, ou l’aide médicale de l’État ?',
  ageYears: 'Quel âge a la personne soignée ?',
};

const SITUATIONS: Record<MedicalSituation['code'], string> = {
  hospital_stay: 'une hospitalisation',
  long_term_illness: 'un soin lié à une affection de longue durée',
  lying_or_watched: 'un transport allongé ou surveillé',
  long_distance: 'un long trajet',
  series: 'une série de trajets',
  work_accident: 'un accident du travail ou une maladie professionnelle',
  summons: 'une convocation',
  child_centre: 'un centre pour enfants',
  maternity: 'la fin de la grossesse, ou une naissance',
};

const STEPS: Record<MedicalStepCode, (amount: SayAmount) => string> = {
  call_emergency: () => 'Appelez le 15 ou le 112 tout de suite. N’attendez pas de prescription.',
  ask_prescription_before: () =>
    'Demandez une prescription de transport avant le trajet. Faite après, elle ne vaut en principe que pour une urgence.',
  check_prescription: () =>
    'Relisez la prescription avec lui : le lieu, le nombre de trajets, le moyen de transport.',
  ask_vehicle: () =>
    'Quel transport mon état demande-t-il : voiture ou train, taxi conventionné ou VSL, ambulance ?',
  ask_illness_link: () =>
    'Ce trajet est-il lié à mon affection de longue durée ? Est-ce écrit sur la prescription ?',
  ask_series: (amount) =>
    `Puis-je avoir une seule prescription pour toute la série ? On parle de série à partir de ${amount('series_trips')} de plus de ${amount('series_distance')} en ${amount('series_period')}.`,
  ask_prior_agreement: (amount) =>
    `Faut-il un accord préalable de l’Assurance Maladie ? Il est demandé au-delà de ${amount('long_distance')}, ou pour une série de trajets.`,
  ask_companion: () =>
    'Quelqu’un doit-il m’accompagner ? Si oui, est-ce écrit sur la prescription ?',
  ask_shared: () =>
    'Puis-je partager le véhicule avec d’autres patients ? Si vous refusez, on peut vous demander d’avancer l’argent.',
  ask_nearest_place: () =>
    'Ce lieu est-il le plus proche qui puisse me soigner ? Sinon, pouvez-vous écrire pourquoi ?',
  no_listed_situation: () =>
    'Vos réponses ne ressemblent à aucun cas de la liste officielle. Posez quand même la question : seul le médecin peut répondre.',
  keep_summons: () => 'Gardez la convocation : elle peut remplacer la prescription. Demandez-le.',
  confirm_rate: (amount) =>
    `Combien me sera-t-il remboursé ? Le plus souvent ${amount('usual_rate')} ; ${amount('full_rate')} dans certains cas.`,
  know_franchise: (amount) =>
    `Quelle franchise vais-je payer ? Elle est de ${amount('franchise_trip')} par trajet, au plus ${amount('franchise_day')} par jour et ${amount('franchise_year')} par an.`,
  no_franchise: () =>
    'La franchise s’applique-t-elle à moi ? D’après vos réponses, vous pourriez ne pas la payer.',
  wait_agreement: (amount) =>
    `Attendez la réponse à la demande d’accord avant de partir. Comptez ${amount('agreement_reply')}.`,
  choose_carrier: () =>
    'Êtes-vous conventionné ? Dois-je avancer l’argent ? Vous choisissez l’entreprise vous-même.',
  show_documents: () => 'Le jour du trajet, donnez la prescription et votre carte Vitale.',
  keep_receipts: (amount) =>
    `En voiture, en car ou en train, gardez la prescription et les tickets. En voiture, la base est de ${amount('own_car')}.`,
};

const FACTS: Record<MedicalFactId, string> = {
  prescription_first: 'La prescription vient avant le trajet',
  usual_rate: 'Remboursement le plus courant',
  full_rate: 'Remboursement dans certains cas',
  franchise_trip: 'Franchise par trajet',
  franchise_day: 'Franchise par jour, au plus',
  franchise_year: 'Franchise par an, au plus',
  long_distance: 'Long trajet : accord à demander au-delà de',
  series_trips: 'Série : à partir de',
  series_distance: 'Série : chaque trajet fait plus de',
  series_period: 'Série : sur une durée de',
  agreement_reply: 'Réponse de l’Assurance Maladie',
  shared_refusal: 'Refuser de partager le véhicule peut obliger à avancer l’argent',
  own_car: 'Avec sa propre voiture',
  taxi_pickup: 'Taxi conventionné : prise en charge',
};

export const frMedical = {
  title: 'Transport sur prescription : que demander au médecin ?',
  description:
    'Taxi conventionné, VSL, ambulance ou voiture : ce qu’il faut demander au médecin avant un trajet pour se soigner.',
  lead: 'Répondez à quelques questions. Vous aurez la liste de ce qu’il faut demander, à emporter chez le médecin.',
  noVerdict:
    'Cette page ne décide rien. Seuls votre médecin et l’Assurance Maladie peuvent dire si un transport est remboursé.',
  privacy: 'Vos réponses ne sont ni enregistrées ni gardées.',
  onDevice: 'Le calcul se fait sur cet appareil : vos réponses n’en sortent pas.',
  formTitle: 'Vos réponses',
  optional: 'Tout est facultatif. Passez ce que vous ne savez pas.',
  more: 'D’autres situations',
  questions: QUESTIONS,
  hints: {
    oneWayKm: 'Par la route, environ.',
  } as Partial<Record<MedicalQuestion, string>>,
  reasons: REASONS,
  postures: POSTURES,
  yes: 'Oui',
  no: 'Non',
  skip: 'Je ne sais pas',
  submit: 'Voir ce qu’il faut demander',
  answerTitle: 'Ce qu’il faut demander',
  to: {
    emergency: 'Tout de suite',
    doctor: 'À votre médecin, avant le trajet',
    insurance: 'À l’Assurance Maladie (téléphone 36\u00a046)',
    carrier: 'À l’entreprise de transport',
  } satisfies Record<MedicalStep['to'], string>,
  step: (code: MedicalStepCode, amount: SayAmount): string => STEPS[code](amount),
  situationsTitle: 'La liste officielle parle de',
  situation: (situation: MedicalSituation): string =>
    situation.match === 'said'
      ? `${SITUATIONS[situation.code]} : cela ressemble à vos réponses`
      : `${SITUATIONS[situation.code]} : il manque une réponse pour le savoir`,
  moreAnswers: (count: number): string =>
    count === 1
      ? 'Une réponse de plus rendrait cette liste plus précise'
      : `${count} réponses de plus rendraient cette liste plus précise`,
  estimatesTitle: 'Ordres de grandeur, pour un aller et un retour',
  estimate: ({ code, cents, km }: MedicalEstimate): string => {
    switch (code) {
      case 'own_car_base':
        return `Avec votre voiture, ${f.number(km ?? 0)}\u00a0km : base de ${f.euros(cents)}, à confirmer.`;
      case 'own_car_usual_rate':
        return `Au remboursement le plus courant, cela ferait ${f.euros(cents)}, à confirmer.`;
      case 'franchise_round_trip':
        return `Franchise en taxi, VSL ou ambulance : ${f.euros(cents)}.`;
    }
  },
  factsTitle: 'Les chiffres, leur date et leur source',
  fact: (id: MedicalFactId): string => FACTS[id],
  amount: ({ amount, unit }: Pick<MedicalFact, 'amount' | 'unit'>): string => {
    if (amount === null) return '';
    switch (unit) {
      case 'percent':
        return `${f.number(amount)} %`;
      case 'cents':
        return f.euros(amount);
      case 'cents_per_km':
        return `${f.euros(amount)} par km`;
      case 'km':
        return `${f.number(amount)}\u00a0km`;
      case 'trips':
        return `${f.number(amount)}\u00a0trajets`;
      case 'days':
        return `${f.number(amount)}\u00a0jours`;
      case 'months':
        return `${f.number(amount)}\u00a0mois`;
      case 'none':
        return '';
    }
  },
  toConfirm: (amount: string): string => `${amount} (à confirmer)`,
  since: (date: string): string => `depuis le ${f.factDate(date)}`,
  asOf: (date: string): string => `lu dans un texte ${f.ofDate(date)}`,
  undated: 'sans date',
  print: 'Imprimer cette liste',
  change: 'Changer mes réponses',
  forget: 'Effacer mes réponses',
  note: 'Ce que le médecin a dit',
};
