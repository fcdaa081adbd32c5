// How is one conflict between two writings of an offer said: where it is, what each wrote, what it was?

import type { FareComponent } from '#domain/transport/fare.ts';
import type { LineStop } from '#domain/transport/offer-document.ts';
import { type ChangeContext, changeWords } from './change-words.ts';
import type { Conflict } from './merge-documents.ts';
import { stopOf } from './named-document.ts';

export type ConflictWords = {
  field: string;
  mine: string;
  theirs: string;
  /** Null: it was not there, or is not known any more. */
  base: string | null;
};

/** `stops`: of the line, whoever wrote them. */
export type ConflictContext = ChangeContext & { stops: readonly LineStop[] };

export function conflictWords(conflict: Conflict, context: ConflictContext): ConflictWords {
  const { base, mine, theirs, path, change, label } = conflict;
  const said = (before: unknown, after: unknown) =>
    changeWords({ path, label: knownLabel(label), change, before, after }, context);
  const both = said(tellMinute(label, theirs), tellMinute(label, mine));
  const was = tellMinute(label, base);
  return {
    field: [...whereOf(conflict, context), both.field].join(', '),
    mine: change === 'order' ? orderWords(mine) : both.after,
    theirs: change === 'order' ? orderWords(theirs) : both.before,
    base:
      was === null || was === undefined
        ? null
        : change === 'order'
          ? orderWords(was)
          : said(was, null).before,
  };

  function tellMinute(of: string, value: unknown): unknown {
    return of.endsWith('.calls.minute') && typeof value === 'number'
      ? context.text.editor.publish.changes.hour(value)
      : value;
  }
}

/** Which of several: « façon de faire 2 », « course 3, Montmoreau ». */
function whereOf({ within }: Conflict, { text, stops }: ConflictContext): string[] {
  return within.flatMap(({ label, rank, thing }) => {
    switch (label) {
      case 'offer.patterns':
        return [text.editor.where.pattern(rank + 1)];
      case 'offer.fares':
        return [text.editor.fares.kinds[(thing as FareComponent).kind].label];
      case 'timetable.trips':
        return [text.editor.grid.trip(rank + 1)];
      case 'timetable.trips.calls': {
        const id = stopOf((thing as { id: string }).id);
        return [stops.find((stop) => stop.id === id)?.name ?? id];
      }
      default: {
        const { name, label: said } = thing as { name?: unknown; label?: unknown };
        const known = typeof name === 'string' ? name : said;
        return typeof known === 'string' && known !== '' ? [known] : [];
      }
    }
  });
}

/** A dictionary knows a timetable as it is stored. */
function knownLabel(label: string): string {
  return label
    .replace(/^timetable\.(outward|back)/, 'timetable.directions')
    .replace(/^timetable\.trips\.calls/, 'timetable.trips.minutes');
}

function orderWords(order: unknown): string {
  return Array.isArray(order) ? order.map(String).join(' · ') : '';
}
