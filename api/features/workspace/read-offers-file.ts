// Which documents does an uploaded archive hold, each with what is wrong with it?

import { createHash } from 'node:crypto';
import { dayOf } from '#api/runtime/public-offer.ts';
import type { Database } from '#db/database.ts';
import type { Organization } from '#db/queries/workspace/find-organization.ts';
import { placeFeedZones } from '#db/queries/workspace/place-feed-zones.ts';
import { AppError } from '#domain/error.ts';
import { SIDECAR_FILE, sidecarDocuments } from '#domain/transport/export-gtfs/offers-sidecar.ts';
import type { FeedNotice, FeedReading } from '#domain/transport/feed-reading.ts';
import { flexDocument } from '#domain/transport/flex-documents.ts';
import { flexOffers } from '#domain/transport/flex-offers.ts';
import { lineDocuments } from '#domain/transport/line-documents.ts';
import type { OfferDocument } from '#domain/transport/offer-document.ts';
import { overlappingCalls } from '#domain/transport/overlapping-calls.ts';
import { readOfferDocument } from './read-offer-document.ts';

const MOST_OFFERS = 200;
const ADDRESSABLE = /^[\w.:-]{1,120}$/;

/** `id`: as the file names it. `document` null: `notices` say why. `isWhole`: nothing of it is left out. */
export type FileOffer = {
  id: string;
  name: string;
  document: OfferDocument | null;
  isWhole: boolean;
  notices: FeedNotice[];
};
export type OffersFile = { source: 'sidecar' | 'flex'; offers: FileOffer[]; notices: FeedNotice[] };

export async function readOffersFile(
  tx: Database,
  reading: FeedReading,
  organization: Organization,
  at: Date,
): Promise<OffersFile> {
  const notices = [...reading.notices];
  const { sidecar, model } = reading;
  if (sidecar !== null) {
    const read = readSidecar(sidecar);
    return { source: 'sidecar', offers: read.offers, notices: [...notices, ...read.notices] };
  }
  const onDemand =
    model === null ? [] : await readFlex(tx, { ...reading, model }, organization, at);
  const lines = readLines(reading, organization, new Set(onDemand.map(({ id }) => id)));
  const offers = [...onDemand, ...lines];
  if (offers.length > MOST_OFFERS) {
    const reason = `plus de ${MOST_OFFERS} offres, ${MOST_OFFERS} au plus par fichier`;
    const fault = { code: 'too_many_rows', severity: 'error', file: 'routes.txt' } as const;
    const tooMany: FeedNotice = { ...fault, line: null, field: null, value: null, reason };
    return { source: 'flex', offers: [], notices: [...notices, tooMany] };
  }
  return { source: 'flex', offers: offers.map(refusedWhenUnfit), notices };
}

/** One offer a line: a faulty one is told with its own. */
function readSidecar(text: string): { offers: FileOffer[]; notices: FeedNotice[] } {
  const fault = (line: number | null, code: string, reason: string): FeedNotice => ({
    code,
    severity: 'error',
    file: SIDECAR_FILE,
    line,
    field: null,
    value: null,
    reason,
  });
  const documents = sidecarDocuments(parsed(text));
  if (documents === null) {
    const reason = 'ce fichier n’est pas une liste d’offres que cette version sait lire';
    return { offers: [], notices: [fault(1, 'malformed_json', reason)] };
  }
  if (documents.length > MOST_OFFERS) {
    const reason = `${documents.length} offres, ${MOST_OFFERS} au plus par fichier`;
    return { offers: [], notices: [fault(null, 'too_many_rows', reason)] };
  }
  const seen = new Set<string>();
  const offers = documents.map((value, rank): FileOffer => {
    const line = rank + 2;
    const { id, name } = namesOf(value);
    const offer: FileOffer = { id, name, document: null, isWhole: true, notices: [] };
    if (id === '' || seen.has(id)) {
      const code = id === '' ? 'missing_required_field' : 'duplicate_key';
      const reason = id === '' ? 'identifiant absent' : `identifiant « ${id} » déjà vu plus haut`;
      return { ...offer, notices: [{ ...fault(line, code, reason), field: 'offer.id' }] };
    }
    seen.add(id);
    try {
      return { ...offer, document: readOfferDocument(value, id) };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return {
        ...offer,
        notices: error.details.map(({ field, received }) => ({
          ...fault(line, 'invalid_offer', `« ${name || id} » : valeur refusée`),
          field,
          value: received.slice(0, 200),
        })),
      };
    }
  });
  return { offers, notices: [] };
}

async function readFlex(
  tx: Database,
  reading: FeedReading & { model: NonNullable<FeedReading['model']> },
  organization: Organization,
  at: Date,
): Promise<FileOffer[]> {
  const { model, validity, lines } = reading;
  const { zones, covers, crossing } = await placeFeedZones(tx, model.places);
  const today = dayOf(at);
  const sourceId = `workspace:${organization.workspaceId}`;
  const read = flexOffers(
    { ...model, covers },
    {
      feedId: organization.workspaceId,
      sourceId,
      asOf: today,
      validFrom: validity?.from ?? today,
      validTo: validity?.to ?? today,
      today,
    },
  );
  const places = new Map(model.places.map((place) => [place.id, place]));
  const ground = { ...organization, sourceId, places, zones };
  const overlaps = overlappingCalls(model.trips, crossing);
  const routeIds = new Map(model.routes.map(({ id }) => [offerIdPart(id), id]));
  // One more than may be: the file is refused whole, none is left out in silence.
  return read.slice(0, MOST_OFFERS + 1).map((offer): FileOffer => {
    const prefix = `flex-${organization.workspaceId}-`;
    const routeId = routeIds.get(offer.id.slice(prefix.length));
    const id = routeId !== undefined && ADDRESSABLE.test(routeId) ? routeId : offer.id;
    const notices: FeedNotice[] = overlaps
      .filter(({ trip }) => trip.routeId === routeId)
      .map(({ trip, one, other }) => ({
        code: 'overlapping_zone_and_pickup_drop_off_window',
        severity: 'error',
        file: 'stop_times.txt',
        line: lines.get(trip.id) ?? null,
        field: 'location_id',
        value: `${one.placeId}, ${other.placeId}`,
        reason: `course ${trip.id} : deux zones qui se recouvrent, aux mêmes heures`,
      }));
    const used = new Set(offer.patterns.flatMap((each) => [each.originId, each.destinationId]));
    for (const [rank, place] of model.places.entries()) {
      if (place.kind !== 'zone' || !used.has(place.id)) continue;
      if (zones.get(place.id)?.shape) continue;
      notices.push({
        code: 'invalid_geometry',
        severity: 'error',
        file: 'locations.geojson',
        line: rank + 1,
        field: 'geometry.coordinates',
        value: place.id,
        reason: 'contour sans surface',
      });
    }
    const document = notices.length > 0 ? null : flexDocument(offer, id, ground);
    return { id, name: offer.name, document, isWhole: false, notices };
  });
}

/** `taken`: ids of what the same routes do on demand. */
function readLines(
  { network }: FeedReading,
  organization: Organization,
  taken: ReadonlySet<string>,
): FileOffer[] {
  if (network === null) return [];
  const { workspaceId, provider, territoryCodes } = organization;
  const ground = { provider, territoryCodes, sourceId: `workspace:${workspaceId}` };
  const idOf = (routeId: string) => {
    const id = ADDRESSABLE.test(routeId) ? routeId : `ligne-${offerIdPart(routeId)}`;
    return taken.has(id) ? `${id}-ligne` : id;
  };
  return lineDocuments(network, ground, idOf).map((document) => {
    const { id, name } = document.offer;
    return { id, name, document, isWhole: false, notices: [] };
  });
}

/** What the editor could not save is not proposed. */
function refusedWhenUnfit(offer: FileOffer): FileOffer {
  if (offer.document === null) return offer;
  try {
    return { ...offer, document: readOfferDocument(offer.document, offer.id) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const notices = error.details.map(
      ({ field, received }): FeedNotice => ({
        code: 'invalid_offer',
        severity: 'error',
        file: 'routes.txt',
        line: null,
        field,
        value: received.slice(0, 200),
        reason: `« ${offer.name} » : plus que ce qu’une offre peut contenir`,
      }),
    );
    return { ...offer, document: null, notices };
  }
}

/** As ids of offers spell those of routes. */
function offerIdPart(id: string): string {
  return id.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^-|-$/g, '') || 'x';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function namesOf(value: unknown): { id: string; name: string } {
  const offer = Reflect.get(Object(value), 'offer');
  const text = (field: string) => {
    const found = Reflect.get(Object(offer), field);
    return typeof found === 'string' ? found : '';
  };
  return { id: text('id'), name: text('name').slice(0, 300) };
}

/** Under which id an offer of a file is kept here: its own when it is free, else always the same one. */
export function keptId(id: string, workspaceId: string, isTaken: boolean): string {
  if (!isTaken && ADDRESSABLE.test(id)) return id;
  const hash = createHash('sha256').update(`${workspaceId} ${id}`).digest('hex');
  return `offre-${hash.slice(0, 12)}`;
}
