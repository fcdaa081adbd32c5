// What does the person who loads a territory read at the end, or when this machine is offline?

import type { RegisteredSource } from '#seeds/pipeline/register.ts';
import { withoutAddress } from '#seeds/territory/list-loads.ts';
import { type Failure, whatIs } from '#seeds/territory/run-load.ts';

export const TERRITORY_USAGE = `Utilisation : npm run import -- territory SIREN [SIREN…]
  SIREN : numéro à neuf chiffres d’une communauté de communes ou d’agglomération (EPCI).`;

type Sources = readonly RegisteredSource[];

/** Each file to provide: its command, what it is, where it is found. */
const fileLines = (sources: Sources): string =>
  sources
    .map(
      (source) =>
        `  npm run import -- ${source.name} FICHIER\n    ${whatIs(source)}, sur ${source.official.page}`,
    )
    .join('\n');

export function offlineWords(sources: Sources): string {
  return `Cette machine n’atteint pas les sites des producteurs. Fournissez ces fichiers, dans cet ordre :\n${fileLines(sources)}`;
}

/** What did not come is named, with the file to provide in its place: nobody believes it was loaded. */
export function closingWords(sources: Sources, failures: readonly Failure[]): string {
  const paragraphs = ['Tout ce qui a une adresse publique est chargé.'];
  if (failures.length > 0) {
    const reasons = failures.map(({ word, reason }) => `  ${word} : ${reason}`);
    const instead = [...new Set(failures.map((failure) => `  ${failure.instead}`))];
    paragraphs[0] = `Pas chargé :\n${reasons.join('\n')}`;
    paragraphs.push(`À la place, une fois téléchargés ailleurs :\n${instead.join('\n')}`);
  }
  const byHand = withoutAddress(sources);
  if (byHand.length > 0) {
    paragraphs.push(`À fournir à la main, sans adresse publique fixe :\n${fileLines(byHand)}`);
  }
  return `\n${paragraphs.join('\n')}`;
}
