// What the home page says in English, its questions aside.

import type { frHome } from './fr-home.ts';

export const enHome: typeof frHome = {
  title: 'Find care, and how to get there',
  pageTitle: 'Voisoin: find care in the countryside, and how to get there',
  description:
    'Doctor, nurse, dentist, home help: find who can care for you close to home, and a way there and back, even without a car.',
  lead: 'Even without a car, there and back.',
  territory: (name: string) => `For ${name}`,
  stepsLabel: 'Your answers',
  moreTitle: 'Would you rather browse?',
  directoryLink: 'Browse the directory',
  directoryText: 'Who cares, who helps, who listens, by theme.',
  transportsLink: 'All transport',
  transportsText: 'Who can drive you, at what price, how to book.',
  printLink: 'Print the guide',
  printText: 'The directory on paper, in large type.',
};
