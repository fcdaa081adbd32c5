// Which communes make these groups, and which others lie within reach around them?

import { AppError } from '#domain/error.ts';
import type { LonLat } from '#domain/geo.ts';
import { estimateDrive } from '#domain/journey/road-estimate.ts';
import { readWhole } from '#seeds/pipeline/read-file.ts';
import type { ImportFile } from '#seeds/pipeline/source.ts';

export type Member = { insee: string; departement: string; centre: LonLat };

export type MemberOfEpci = Member & { epciName: string | null; region: string | null };

/** Throws `bad_import` naming the answer when it is no list of communes with their centres. */
export async function readMembers(file: ImportFile, from: string): Promise<MemberOfEpci[]> {
  const content = await contentOf(file, from);
  if (!Array.isArray(content)) throw notCommunes(from);
  if (content.length === 0) {
    throw new AppError('bad_import', `${from} : aucune commune.`);
  }
  return content.map((item: unknown) => {
    const member = memberOf(item);
    if (member === null) throw notCommunes(from);
    return member;
  });
}

async function contentOf(file: ImportFile, from: string): Promise<unknown> {
  try {
    return JSON.parse((await readWhole(file)).toString('utf8'));
  } catch (cause) {
    if (cause instanceof SyntaxError) throw notCommunes(from);
    throw cause;
  }
}

function memberOf(item: unknown): MemberOfEpci | null {
  if (typeof item !== 'object' || item === null) return null;
  const insee: unknown = Reflect.get(item, 'code');
  const departement: unknown = Reflect.get(item, 'codeDepartement');
  const coordinates: unknown = Reflect.get(Object(Reflect.get(item, 'centre')), 'coordinates');
  const region: unknown = Reflect.get(item, 'codeRegion');
  const epciName: unknown = Reflect.get(Object(Reflect.get(item, 'epci')), 'nom');
  const [lon, lat]: unknown[] = Array.isArray(coordinates) ? coordinates : [];
  if (typeof insee !== 'string' || typeof departement !== 'string') return null;
  if (typeof lon !== 'number' || typeof lat !== 'number') return null;
  return {
    insee,
    departement,
    centre: [lon, lat],
    epciName: typeof epciName === 'string' ? epciName : null,
    region: typeof region === 'string' ? region : null,
  };
}

function notCommunes(from: string): AppError {
  return new AppError(
    'bad_import',
    `${from} : attendu une liste de communes avec « code », « codeDepartement » et « centre », reçu autre chose.`,
  );
}

/** Those within so many estimated minutes by car of one of the members, members left out. */
export function findHalo(
  members: readonly Member[],
  everybody: readonly Member[],
  minutes: number,
): Member[] {
  const own = new Set(members.map(({ insee }) => insee));
  return everybody.filter(
    ({ insee, centre }) =>
      !own.has(insee) &&
      members.some((member) => estimateDrive(member.centre, centre).minutes <= minutes),
  );
}

/** In order, each once. */
export function departementsOf(members: readonly Member[]): string[] {
  return [...new Set(members.map(({ departement }) => departement))].sort();
}
