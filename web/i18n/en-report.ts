// What the form that reports a mistake says in English.

import type { frReport } from '#web/i18n/fr-report.ts';

export const enReport: typeof frReport = {
  title: 'Report a mistake',
  intro: 'Thank you for helping. Say what is wrong: somebody will check it.',
  about: (name) => `About: ${name}`,
  what: 'What is wrong?',
  kinds: {
    phone: 'The phone is wrong',
    hours: 'The hours are wrong',
    address: 'The address is wrong',
    gone: 'Closed, or moved away',
    new_patients: 'New patients are no longer taken (or are)',
    price: 'The price is wrong',
    rule: 'The conditions are wrong',
    other: 'Something else',
  },
  quickIntro: 'Press what is wrong:',
  quickOther: 'Something else, or say more',
  text: 'Say more if you like',
  textHint: 'Write nothing about your health, nor your name.',
  send: 'Send',
  thanksTitle: 'Thank you!',
  thanks: 'Your report is saved. Somebody will check the fact.',
  knownAlready:
    'Several people reported it today already: somebody will check. Your message was not added to theirs.',
  thanksNext: 'The page does not change at once.',
  backToEntry: 'Back to the page',
  backHome: 'Back to the start',
  nothingChosen: 'Choose what is wrong, then send.',
  noSubject: 'First open a page or a transport, then press “Report a mistake”.',
  failed: 'Your report did not leave. Your text is kept: try again in a moment.',
  optional: 'optional',
};
