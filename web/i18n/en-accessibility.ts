// The page about accessibility in English: what every person can count on, and what remains to be done.

import type { frAccessibility } from '#web/i18n/fr-accessibility.ts';

export const enAccessibility: typeof frAccessibility = {
  title: 'Accessibility',
  lead: 'Voisoin must serve everybody: with a magnifier, a keyboard, a voice, or without JavaScript.',
  sections: [
    {
      title: 'Where we stand',
      paragraphs: [
        'No outside body has audited this site yet. So we cannot state a rate of compliance with the French reference (RGAA 4.1).',
        'Until this audit, take the site as “not compliant” in the sense of the law, even though everything is done to make it work.',
      ],
    },
    {
      title: 'What we check at each version',
      paragraphs: [],
      items: [
        'an automatic check of each page (axe);',
        'the whole search by keyboard alone;',
        'the whole search without JavaScript;',
        'display at 360 and 1280 pixels wide, and text enlarged to 200%;',
        'colour contrast: 7 to 1 for text.',
      ],
    },
    {
      title: 'What we have not checked',
      paragraphs: [],
      items: [
        'the 106 criteria of RGAA, one by one, by an expert;',
        'use with each screen reader, on each phone;',
        'the reading of our texts by the people concerned: we write simply, but this is not validated “easy to read” (FALC).',
      ],
    },
    {
      title: 'The map',
      paragraphs: [
        'The map needs JavaScript and a screen. All that it shows is also written: in the list, in the trip, in the list of communes.',
        'It moves with the arrow keys, or with buttons.',
      ],
    },
    {
      title: 'Something stops you?',
      paragraphs: [
        'Tell us: we will give you the information another way, by phone or on paper.',
        'If we do not answer, you can turn to the Défenseur des droits (defenseurdesdroits.fr, 09 69 39 00 00).',
      ],
    },
  ],
};
