// How is a change told in the words of the page?

import type { ScenarioChange } from '#domain/access/scenario-change.ts';
import type { LonLat } from '#domain/geo.ts';
import type { Dictionary } from '#web/i18n/fr.ts';
import type { DeskModel } from './scenario-messages.ts';

type Known = Pick<DeskModel, 'sites' | 'places'>;

/** A site opened by the scenario is told by its own name. */
export function tellChange(
  words: Dictionary['scenario']['form']['told'],
  model: Known,
  change: ScenarioChange,
): string {
  switch (change.kind) {
    case 'retire': {
      const site = model.sites.find(({ id }) => id === change.site);
      const only = site?.practitioners.length === 1 ? site.practitioners[0] : undefined;
      const { fullTime } = change;
      const name =
        only !== undefined && (fullTime === null || fullTime >= only.fullTime) ? only.name : null;
      return words.retire({ name, fullTime }, siteName(model, change.site));
    }
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
    default:
      return words.transport;
  }
}

export function siteName({ sites }: Known, id: string): string {
  const site = sites.find((each) => each.id === id);
  if (site === undefined) return id;
  return site.label.includes(site.communeName) ? site.label : `${site.label}, ${site.communeName}`;
}

/** The commune whose point it is. */
export function placeName({ places }: Known, [lon, lat]: LonLat): string {
  return places.find(({ point }) => point[0] === lon && point[1] === lat)?.name ?? `${lon}, ${lat}`;
}
