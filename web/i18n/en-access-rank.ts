// The order of communes, in English: what comes first, what of equals, what cannot be compared.

import type { FR_ACCESS_RANK } from '#web/i18n/fr-access-rank.ts';

const plural = (count: number, one: string, many: string) => (Math.abs(count) === 1 ? one : many);

export const EN_ACCESS_RANK: typeof FR_ACCESS_RANK = {
  order:
    'In order of the exact value, before rounding. Among equals: the most peopled first, then the order of INSEE codes.',
  noneFirst: '“None in reach” comes first.',
  unrankedLast: '“Not known” and “not told” come last, without a number.',
  unranked: 'no number',
  tied: (count, value) =>
    `${count} ${plural(count, 'commune is', 'communes are')} equal (${value}): the most peopled of them bear a number.`,
};
