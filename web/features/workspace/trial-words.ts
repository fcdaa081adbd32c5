// How is a difference between two answers said: what it was, what it becomes?

import type { PlanDifference, TriedWay } from '#domain/journey/plan-differences.ts';
import type { Dictionary } from '#web/i18n/fr.ts';

export type DifferenceWords = {
  /** A whole sentence, or the name of what changes. */
  said: string;
  /** Null: the sentence tells it all. */
  change: { before: string; after: string } | null;
};

export function differenceWords(difference: PlanDifference, text: Dictionary): DifferenceWords {
  const words = text.editor.trial;
  const said =
    difference.kind === 'appears' || difference.kind === 'disappears'
      ? words[difference.kind](wayTitle(difference.way, text))
      : words.labels[difference.kind];
  return { said, change: bothSides(difference, text) };
}

function bothSides(difference: PlanDifference, text: Dictionary): DifferenceWords['change'] {
  const words = text.editor.trial;
  const said = <Value>(of: { before: Value; after: Value }, tell: (value: Value) => string) => ({
    before: tell(of.before),
    after: tell(of.after),
  });
  switch (difference.kind) {
    case 'appears':
    case 'disappears':
      return null;
    case 'standing':
      return said(difference, (standing) => words.standings[standing]);
    case 'eligible':
      return said(difference, words.answer);
    case 'price':
      return said(difference, words.price);
    case 'deadline':
      return said(difference, words.deadline);
    case 'state':
      return said(difference, words.state);
    case 'hours':
      return said(difference, ({ departMinute, returnMinute }) =>
        words.hours(departMinute, returnMinute),
      );
    case 'comesOn':
      return said(difference, words.comesOn);
    case 'rank':
      return said(difference, words.rank);
  }
}

/** A way of one's own has no name of its own: its kind is said. */
export function wayTitle({ title, kind }: TriedWay, text: Dictionary): string {
  if (title !== '') return title;
  const { ownModes, offerKinds } = text.codes;
  return kind === 'walk' || kind === 'own_car' || kind === 'driven'
    ? ownModes[kind]
    : offerKinds[kind];
}

/** « Transport solidaire : départ 9 h, retour 11 h ; 2,80 € ; avant vendredi 17 h 30 ». */
export function wayWords(way: TriedWay, text: Dictionary): string {
  const words = text.editor.trial;
  const times =
    way.standing === 'visit'
      ? words.comesOn(way.comesOn)
      : words.hours(way.departMinute, way.returnMinute);
  const said = [
    ...(way.standing === 'almost' ? [words.standings.almost] : []),
    times,
    words.price(way.price),
    ...(way.deadline === null ? [] : [words.deadline(way.deadline)]),
  ];
  return words.way(wayTitle(way, text), said.join(' ; '));
}
