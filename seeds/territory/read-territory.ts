// Which communes make these groups, and which others lie within reach around them?

import { readFile } from 'node:fs/promises';
import { AppError } from '#domain/error.ts';
import type { LonLat } from '#domain/geo.ts';
import { estimateDrive } from '#domain/journey/road-estimate.ts';
import type { ImportFile } from '#seeds/pipeline/source.ts';

export type Member = { insee: string; departement: string; centre: LonLat };

export type MemberOfEpci = Member & { epciName: string | null };

/** Throws `bad_import` naming the answer when it is no list of communes with their centres. */
export async function readMembers(file: ImportFile, from: string): Promise<MemberOfEpci[]> {
  const content: unknown = JSON.parse(await textOf(file, from));
  if (!Array.isArray(content) || content.length === 0) throw notCommunes(from);
  return content.map((item: unknown) => {
    const member = memberOf(item);
    if (member === null) throw notCommunes(from);
    return member;
  });
}

async function textOf(file: ImportFile, from: string): Promise<string> {
  if (file.path === null) throw notCommunes(from);
  const text = await readFile(file.path, 'utf8');
  if (!text.trimStart().startsWith('[')) throw notCommunes(from);
  return text;
}

function memberOf(item: unknown): MemberOfEpci | null {
  if (typeof item !== 'object' || item === null) return null;
  const insee: unknown = Reflect.get(item, 'code');
  const departement: unknown = Reflect.get(item, 'codeDepartement');
  const coordinates: unknown = Reflect.get(Object(Reflect.get(item, 'centre')), 'coordinates');
  const epciName: unknown = Reflect.get(Object(Reflect.get(item, 'epci')), 'nom');
  const [lon, lat]: unknown[] = Array.isArray(coordinates) ? coordinates : [];
  if (typeof insee !== 'string' || typeof departement !== 'string') return null;
  if (typeof lon !== 'number' || typeof lat !== 'number') return null;
  return {
    insee,
    departement,
    centre: [lon, lat],
    epciName: typeof epciName === 'string' ? epciName : null,
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
