// The entries of the directory as rows: organization, place or professional and practice, and what is
// known of each.

import type { Provenance } from '#domain/provenance.ts';
import type { EntrySeed } from '#seeds/demo/directory/entry-seed.ts';

/** The field's own origin when an assertion names it, else the entry's. */
function originOf(entry: EntrySeed, field: string): Provenance {
  return (
    entry.assertions.find((assertion) => assertion.field === field)?.provenance ?? entry.provenance
  );
}

function locationOf({ address, insee, point, pointPrecision }: EntrySeed) {
  return {
    ...address,
    insee,
    point,
    pointPrecision: point === null ? ('commune' as const) : pointPrecision,
  };
}

function shownRow(entry: EntrySeed) {
  return {
    id: entry.id,
    name: entry.name,
    category: entry.category,
    title: entry.title,
    description: entry.description,
    finess: entry.finess,
    demonstration: entry.demonstration,
    ...locationOf(entry),
    ...entry.provenance,
  };
}

export function directoryRows(entries: readonly EntrySeed[]) {
  const ofKind = (kind: EntrySeed['kind']) => entries.filter((entry) => entry.kind === kind);
  const each = <Row>(map: (entry: EntrySeed) => readonly Row[]): Row[] => entries.flatMap(map);
  return {
    organizations: ofKind('organization').map(shownRow),
    places: ofKind('place').map((entry) => ({ ...shownRow(entry), organizationId: null })),
    professionals: ofKind('practice').map((entry) => ({
      id: `${entry.id}-person`,
      name: entry.name,
      demonstration: entry.demonstration,
      ...entry.provenance,
    })),
    practices: ofKind('practice').map((entry) => ({
      id: entry.id,
      professionalId: `${entry.id}-person`,
      placeId: entry.placeKey,
      category: entry.category,
      title: entry.title,
      description: entry.description,
      newPatients: entry.newPatients,
      ...locationOf(entry),
      ...entry.provenance,
    })),
    services: each((entry) =>
      entry.services.map((service, position) => ({
        entryId: entry.id,
        position,
        ...service,
        ...originOf(entry, 'services'),
      })),
    ),
    hours: each((entry) =>
      entry.hours.map((block, position) => ({
        entryId: entry.id,
        position,
        ...block,
        ...originOf(entry, 'hours'),
      })),
    ),
    contacts: each((entry) =>
      entry.contacts.map((contact, position) => ({
        entryId: entry.id,
        position,
        ...contact,
        ...originOf(entry, contact.kind),
      })),
    ),
    accessibilities: entries
      .filter(({ accessibility }) =>
        Object.values(accessibility).some((answer) => answer !== 'unknown'),
      )
      .map((entry) => ({ entryId: entry.id, ...entry.accessibility, ...entry.provenance })),
    coverages: each((entry) => entry.coverageInsees.map((insee) => ({ entryId: entry.id, insee }))),
    themes: each((entry) => entry.themes.map((themeId) => ({ entryId: entry.id, themeId }))),
    assertions: each((entry) =>
      entry.assertions.map(({ field, provenance }) => ({
        subjectKind: 'entry' as const,
        subjectId: entry.id,
        field,
        ...provenance,
      })),
    ),
  };
}
