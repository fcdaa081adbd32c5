// The page about personal data in English: what is kept about people, and the rights of professionals.

import type { frPrivacy } from '#web/i18n/fr-privacy.ts';

export const enPrivacy: typeof frPrivacy = {
  title: 'Personal data',
  lead: 'Looking for care says something of your health. We keep as little as possible: almost nothing.',
  sections: [
    {
      title: 'In short',
      paragraphs: [],
      items: [
        'No account to create.',
        'No cookie.',
        'No advertising, no audience measurement.',
        'No other site is called when you read a page. Only an online map background, where it is switched on, is asked of IGN when you open the map.',
      ],
    },
    {
      title: 'What you look for',
      paragraphs: [
        'The address of the page holds the need, the code of the commune, the day and the hour: that is what lets you share it. It holds neither your name nor your exact address.',
        'Our technical log notes the sort of page, the time, the duration and the result. It notes neither what you look for nor your internet address.',
        'When no trip is possible, we add 1 to a counter: the commune of departure, the day of the week, morning or afternoon, and the sort of care. Nothing else, and never shown under 5.',
        'Your internet address (IP) stays for some time in the memory of the server, to stop abuse. It is not written to a disk.',
      ],
    },
    {
      title: 'Your position',
      paragraphs: [
        'It is asked only if you press “My position”. Your phone rounds it to about a kilometre before sending it. It serves to find your commune, then it is forgotten.',
      ],
    },
    {
      title: 'Your answers (age, income, prescription, benefits)',
      paragraphs: [
        'They serve to work out what is possible for you. They leave in the body of the request, never in the address of the page, and we keep them nowhere.',
        'Your browser keeps them until the tab is closed. Press “Forget my answers” to erase them.',
        'Answers about prescribed transport are kept nowhere. With JavaScript they do not leave your device.',
        'If you tick “I do not drive: remember it”, your browser keeps that single word. Untick to erase it.',
      ],
    },
    {
      title: 'Your reports',
      paragraphs: [
        'We keep the page concerned, what is wrong, your text and the date. Do not write your name there, nor anything about your health.',
      ],
    },
    {
      title: 'You are a professional and your name is here',
      paragraphs: [
        'Pages come from public sources, named on each page. You can ask for a correction, or object to being listed: write to the contact below, or use “Report a mistake”. We answer within a month.',
        'You can also turn to the CNIL (cnil.fr).',
      ],
    },
  ],
};
