// How is a change told in the words of the page?

import type { ScenarioChange, TransportChange } from '#domain/access/scenario-change.ts';
import type { LonLat } from '#domain/geo.ts';
import type { Dictionary } from '#web/i18n/fr.ts';
import type { DeskModel } from './scenario-messages.ts';

type Known = Pick<DeskModel, 'sites' | 'places' | 'days'>;
type Words = Dictionary['scenario']['form']['told'];

/** A site opened by the scenario is told by its own name; who leaves by the place alone: what is told is shown to others. */
export function tellChange(words: Words, model: Known, change: ScenarioChange): string {
  switch (change.kind) {
    case 'retire':
      return words.retire(siteName(model, change.site), change.profession, change.fullTime);
    case 'reduce_activity':
      return words.reduce_activity(siteName(model, change.site), change.keptPercent);
    case 'move':
      return words.move(siteName(model, change.site), placeName(model, change.to));
    case 'extend_hours':
      return words.extend_hours(siteName(model, change.site), change.halfDays);
    case 'open_site':
      return words.open_site(change.id, change.staff, change.halfDays);
    case 'advanced_consultation':
      return words.advanced_consultation(change.id, change.profession, change.halfDays);
    case 'mobile_unit':
      return words.mobile_unit(
        change.id,
        change.profession,
        change.stops.map(({ at }) => placeName(model, at)),
      );
    case 'teleconsultation_booth': {
      const { id, profession, halfDays, countsPercent } = change;
      return words.teleconsultation_booth(id, profession, halfDays, countsPercent);
    }
    case 'add_on_demand':
    case 'add_line':
    case 'retime_line':
      return tellTransport(words, model, change);
  }
}

function tellTransport(words: Words, model: Known, change: TransportChange): string {
  const { days } = model;
  if (change.kind === 'retime_line') {
    const line = days.state === 'done' ? days.lines.find(({ id }) => id === change.line) : null;
    return words.retime_line(line?.name ?? change.line, change.shiftMinutes, change.weekdays);
  }
  if (change.kind === 'add_line') {
    const { departures, returnDepartures } = change;
    const stops = change.stops.map(({ at }) => placeName(model, at));
    const runs = { there: departures.length, back: returnDepartures.length };
    return words.add_line(change.id, stops, runs, change.weekdays);
  }
  const nameOf = (insee: string): string =>
    (days.state === 'done' ? days.communes.find((each) => each.insee === insee)?.name : null) ??
    insee;
  const isWhole =
    days.state === 'done' && days.homes.every(({ insee }) => change.zone.includes(insee));
  const { id, weekdays, fromMinute, toMinute, bookingDaysBefore } = change;
  return words.add_on_demand({
    ...{ name: id, weekdays, fromMinute, toMinute, bookingDaysBefore },
    zone: isWhole ? null : change.zone.map(nameOf),
    destinations: change.destinations.map(nameOf),
  });
}

export function siteName({ sites }: Pick<Known, 'sites'>, id: string): string {
  const site = sites.find((each) => each.id === id);
  if (site === undefined) return id;
  return site.label.includes(site.communeName) ? site.label : `${site.label}, ${site.communeName}`;
}

/** The commune whose point it is. */
export function placeName({ places, days }: Omit<Known, 'sites'>, [lon, lat]: LonLat): string {
  const isHere = ({ point }: { point: LonLat }): boolean => point[0] === lon && point[1] === lat;
  const around = days.state === 'done' ? days.communes.find(isHere) : undefined;
  return places.find(isHere)?.name ?? around?.name ?? `${lon}, ${lat}`;
}
