// How are values of access and their differences written, as exactly as each unit deserves?

import type { Dictionary } from '#web/i18n/fr.ts';
import type { DeskModel } from './scenario-messages.ts';

export function createValueWords(text: Dictionary, model: Pick<DeskModel, 'shownTimes'>) {
  const { tag } = text.conventions;
  const isActs = model.shownTimes === 1;
  const digits = (count: number) =>
    new Intl.NumberFormat(tag, { minimumFractionDigits: count, maximumFractionDigits: count });
  const value = digits(isActs ? 2 : 1);
  const bound = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
  const amount = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const signed = new Intl.NumberFormat(tag, {
    minimumFractionDigits: isActs ? 2 : 1,
    maximumFractionDigits: isActs ? 2 : 1,
    signDisplay: 'exceptZero',
  });
  const signedWhole = new Intl.NumberFormat(tag, {
    maximumFractionDigits: 0,
    signDisplay: 'exceptZero',
  });
  return {
    isActs,
    unit: isActs ? text.scenario.result.acts : text.scenario.result.posts,
    value: (of: number): string => value.format(of),
    bound: (of: number): string => bound.format(of),
    /** Full-time posts. */
    amount: (of: number): string => amount.format(of),
    difference: (of: number): string => signed.format(of).replace('-', '−'),
    people: (of: number): string => signedWhole.format(Math.round(of)).replace('-', '−'),
    whole: (of: number): string => text.scenario.table.whole(of),
  };
}
