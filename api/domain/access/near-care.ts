// Where can people of a commune go for one profession, how, when, and what is all this known from?
//
// Three accounts of the same places are told together: minutes by car, of the figures; days without a car, of the
// journey planner; who practises there, of the directory or of a count. Those by which no day can be reached without
// a car, and which are not among the nearest by car, are left out.

import type { HoursBlock } from '#domain/directory/directory.ts';
import { freshnessOf } from '#domain/directory/freshness.ts';
import { distanceMeters, type LonLat } from '#domain/geo.ts';
import type { PartialDate, Provenance } from '#domain/provenance.ts';
import type { Insee } from '#domain/territory/territory.ts';
import type { LocalDate } from '#domain/time.ts';
import type { NearSite, Walk } from './figures.ts';
import { daysIn, type HalfDay, type HalfDayMask, halfDaysIn } from './half-days.ts';
import { halfDaysOpen } from './half-days-open.ts';
import type { SiteReached } from './no-car-week.ts';
import type { AccessProfession } from './professions.ts';
import { usualHours } from './usual-hours.ts';

/** One entry of the directory, or one count of a commune. */
export type CareFact = {
  profession: AccessProfession;
  insee: Insee;
  communeName: string;
  point: LonLat;
  /** `practice`: somebody by name; `place`: a place by name; `count`: heads of a commune, nobody named. */
  basis: CareBasis;
  placeName: string | null;
  heads: number;
  hours: readonly HoursBlock[];
  sourceName: string;
  publisher: string;
  provenance: Provenance;
};

export const CARE_BASES = ['practice', 'place', 'count'] as const;
export type CareBasis = (typeof CARE_BASES)[number];

export type NearCare = {
  label: string;
  insee: Insee | null;
  /** Null: `label` says it. */
  communeName: string | null;
  /** Null: not among the nearest by car. */
  carMinutes: number | null;
  /** From where most people of the commune live; null: not known. */
  walk: Walk | null;
  /** Null: not tried. */
  noCar: {
    /** Shortest way there, of all and of those open to all; null: none. */
    minutes: number | null;
    forAllMinutes: number | null;
    /** Days a week: by ways open to all, and with those that have conditions. */
    days: { forAll: number; possible: number };
  } | null;
  /** Half-days: said by those who practise there; and supposed, for those who said nothing. */
  opening: { known: readonly HalfDay[]; usual: readonly HalfDay[] };
  known: {
    basis: CareBasis;
    /** People or places. */
    heads: number;
    sourceName: string;
    publisher: string;
    /** The oldest of what is told; null: no date. */
    date: PartialDate | null;
    toConfirm: boolean;
  } | null;
};

export type CareQuestion = {
  profession: AccessProfession;
  /** Of all kinds, the nearest by car first. */
  near: readonly NearSite[];
  /** Null: days without a car were not computed. */
  reached: readonly SiteReached[] | null;
  facts: readonly CareFact[];
  today: LocalDate;
};

/** What one calls the same place: practices of one building are metres apart. */
const SAME_PLACE_METERS = 150;

/** The nearest by car first, then those one reaches without. */
export function nearCare({ profession, near, reached, facts, today }: CareQuestion): NearCare[] {
  const own = facts.filter((fact) => fact.profession === profession);
  const tried = (reached ?? []).filter(({ counts }) => counts);
  const byCar = near.filter(({ kind }) => kind === profession);
  const told = (insee: Insee | null, point: LonLat) =>
    toldOf(
      profession,
      own.filter((fact) => isSame(fact, { insee, point })),
      today,
    );
  const shown = byCar.map((site): NearCare => {
    const way = tried.find((each) => isSame(each, site)) ?? null;
    return {
      ...named(site.label, site.communeName),
      insee: site.insee,
      carMinutes: site.minutes,
      walk: site.walk ?? null,
      noCar: way === null ? null : noCarOf(way),
      ...told(site.insee, site.point),
    };
  });
  const others = tried
    .filter((way) => way.possibleMask !== 0 && !byCar.some((site) => isSame(way, site)))
    .map((way): NearCare => {
      const fact = own.find((each) => isSame(each, way));
      return {
        ...named(way.name, fact?.communeName ?? null),
        insee: way.insee,
        carMinutes: null,
        walk: null,
        noCar: noCarOf(way),
        ...told(way.insee, way.point),
      };
    });
  return [...shown, ...others];
}

const named = (label: string, communeName: string | null) => ({
  label,
  communeName: label === communeName ? null : communeName,
});

function isSame(
  one: { insee: Insee | null; point: LonLat },
  other: { insee: Insee | null; point: LonLat },
): boolean {
  return one.insee === other.insee && distanceMeters(one.point, other.point) <= SAME_PLACE_METERS;
}

const noCarOf = ({ minutes, forAllMinutes, forAllMask, possibleMask }: SiteReached) => ({
  minutes,
  forAllMinutes,
  days: { forAll: daysIn(forAllMask), possible: daysIn(possibleMask) },
});

function toldOf(
  profession: AccessProfession,
  facts: readonly CareFact[],
  today: LocalDate,
): Pick<NearCare, 'opening' | 'known'> {
  const masks = facts.map(({ hours }) => halfDaysOpen(hours));
  const known = masks.reduce<HalfDayMask>((all, mask) => all | (mask ?? 0), 0);
  const isUnsaid = masks.length === 0 || masks.includes(null);
  const usual = isUnsaid ? usualMask(profession) & ~known : 0;
  const opening = { known: halfDaysIn(known), usual: halfDaysIn(usual) };
  const [first] = facts;
  if (first === undefined) return { opening, known: null };
  const dates = facts.map(({ provenance }) => provenance.confirmedOn ?? provenance.asOf);
  return {
    opening,
    known: {
      basis: first.basis,
      heads: facts.reduce((sum, { heads }) => sum + heads, 0),
      sourceName: first.sourceName,
      publisher: first.publisher,
      date: dates.includes(null) ? null : (dates.filter((each) => each !== null).sort()[0] ?? null),
      toConfirm: facts.some(
        ({ provenance }) => freshnessOf(provenance, 'identity', today) === 'to_confirm',
      ),
    },
  };
}

function usualMask(profession: AccessProfession): HalfDayMask {
  const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => usualHours(profession, weekday));
  const block: HoursBlock = {
    ...{ kind: 'public', week, note: null },
    ...{ closedOnHolidays: true, byAppointment: false },
  };
  return halfDaysOpen([block]) ?? 0;
}
