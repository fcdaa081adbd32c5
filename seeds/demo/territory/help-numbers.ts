// Which number to call, and when. The order is the order on the page.

import type { HelpNumber } from '#domain/territory/territory.ts';

export const HELP_NUMBERS: readonly HelpNumber[] = [
  {
    number: '15',
    label: 'SAMU',
    when: 'Vie en danger : douleur à la poitrine, malaise, bras ou visage paralysé, gêne pour respirer.',
    kind: 'emergency',
  },
  {
    number: '112',
    label: 'Urgences, toute l’Europe',
    when: 'Accident, incendie, danger : si vous ne savez pas quel numéro faire.',
    kind: 'emergency',
  },
  {
    number: '18',
    label: 'Pompiers',
    when: 'Incendie, accident, personne à terre.',
    kind: 'emergency',
  },
  {
    number: '17',
    label: 'Police, gendarmerie',
    when: 'Vous êtes menacé ou témoin de violences en ce moment.',
    kind: 'emergency',
  },
  {
    number: '114',
    label: 'Urgences par SMS',
    when: 'Vous ne pouvez pas parler ou entendre : écrivez un SMS, jour et nuit.',
    kind: 'emergency',
  },
  {
    number: '116117',
    label: 'Médecin de garde',
    when: 'Besoin d’un médecin le soir, la nuit, le dimanche ou un jour férié, sans urgence vitale. Si personne ne répond, faites le 15.',
    kind: 'out_of_hours',
  },
  {
    number: '3237',
    label: 'Pharmacie de garde',
    when: 'Trouver la pharmacie ouverte la nuit, le dimanche ou un jour férié. Appel payant.',
    kind: 'out_of_hours',
  },
  {
    number: '3114',
    label: 'Prévention du suicide',
    when: 'Idées noires, ou inquiétude pour un proche : un soignant vous écoute, jour et nuit, gratuitement.',
    kind: 'listening',
  },
  {
    number: '3919',
    label: 'Violences faites aux femmes',
    when: 'Violences dans le couple ou la famille : écoute jour et nuit, gratuite, absente des factures.',
    kind: 'listening',
  },
  {
    number: '119',
    label: 'Enfance en danger',
    when: 'Un enfant est frappé, négligé ou en danger : jour et nuit, gratuit.',
    kind: 'listening',
  },
  {
    number: '3977',
    label: 'Maltraitance d’une personne âgée ou handicapée',
    when: 'Vous subissez ou vous constatez des violences, des vols, un abandon.',
    kind: 'listening',
  },
];
