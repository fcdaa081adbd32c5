// A zone as its form shows it: ticks, kilometres around, drawings, and what is taken away.

import type { Insee } from '#domain/territory/territory.ts';
import type { Members } from '#domain/transport/area-recipe.ts';
import type { AreaPart, AreaRecipe } from '#domain/transport/offer-document.ts';
import type { PolygonRings } from '#domain/transport/polygon.ts';
import type { EditorGround } from './editor-data.ts';

export type Drawing = { label: string; rings: PolygonRings };

/** `sirens`: groups of communes taken whole, as they will be. */
export type ZoneSide = {
  insees: readonly Insee[];
  sirens: readonly string[];
  drawings: readonly Drawing[];
};

export type ZoneForm = { plus: ZoneSide; aroundKm: number; minus: ZoneSide };

const METERS_PER_KM = 1000;

export function readZone(recipe: AreaRecipe, membersOf: Members): ZoneForm {
  const plus = readSide(recipe.parts);
  const around = recipe.parts.filter((part) => part.kind === 'around');
  const named = new Set(communesOf(plus, membersOf));
  const others = around.flatMap(({ insees }) => insees).filter((insee) => !named.has(insee));
  return {
    plus: { ...plus, insees: [...new Set([...plus.insees, ...others])] },
    aroundKm: Math.max(0, ...around.map(({ meters }) => meters)) / METERS_PER_KM,
    minus: readSide(recipe.minus),
  };
}

export function writeZone(form: ZoneForm, membersOf: Members): AreaRecipe {
  const insees = communesOf(form.plus, membersOf);
  const isAround = form.aroundKm > 0 && insees.length > 0;
  return {
    parts: [
      ...writeSide(form.plus),
      ...(isAround
        ? [{ kind: 'around' as const, insees, meters: form.aroundKm * METERS_PER_KM }]
        : []),
    ],
    minus: writeSide(form.minus),
  };
}

/** The members of a group, as far as the ground of the organization names them. */
export function groundMembers(ground: Pick<EditorGround, 'communes'>): Members {
  const groups = Map.groupBy(ground.communes, ({ epciSiren }) => epciSiren);
  return (siren) => groups.get(siren)?.map(({ insee }) => insee) ?? null;
}

export function communesOf(side: ZoneSide, membersOf: Members): readonly Insee[] {
  const members = side.sirens.flatMap((siren) => membersOf(siren) ?? []);
  return [...new Set([...side.insees, ...members])];
}

/** Groups taken as such, or all of whose communes are ticked one by one. */
export function wholeGroups(
  side: ZoneSide,
  epcis: readonly { siren: string }[],
  membersOf: Members,
): readonly string[] {
  const ticked = new Set(communesOf(side, membersOf));
  const full = epcis.flatMap(({ siren }) => {
    const members = membersOf(siren) ?? [];
    return members.length > 0 && members.every((insee) => ticked.has(insee)) ? [siren] : [];
  });
  return [...new Set([...side.sirens, ...full])];
}

/** One commune taken out of a whole group leaves the others ticked one by one. */
export function tickCommune(
  side: ZoneSide,
  insee: Insee,
  isTicked: boolean,
  membersOf: Members,
): ZoneSide {
  if (isTicked) return { ...side, insees: [...new Set([...side.insees, insee])] };
  const broken = side.sirens.filter((siren) => membersOf(siren)?.includes(insee));
  const kept = [...side.insees, ...broken.flatMap((siren) => membersOf(siren) ?? [])];
  return {
    ...side,
    insees: [...new Set(kept)].filter((each) => each !== insee),
    sirens: side.sirens.filter((siren) => !broken.includes(siren)),
  };
}

export function tickGroup(
  side: ZoneSide,
  siren: string,
  isTicked: boolean,
  membersOf: Members,
): ZoneSide {
  const members = new Set(membersOf(siren) ?? []);
  const sirens = side.sirens.filter((each) => each !== siren);
  return {
    ...side,
    insees: side.insees.filter((insee) => !members.has(insee)),
    sirens: isTicked ? [...sirens, siren] : sirens,
  };
}

export const EMPTY_SIDE: ZoneSide = { insees: [], sirens: [], drawings: [] };

function readSide(parts: readonly AreaPart[]): ZoneSide {
  const insees = parts.flatMap((part) => (part.kind === 'communes' ? part.insees : []));
  const sirens = parts.flatMap((part) => (part.kind === 'epci' ? [part.siren] : []));
  const drawings = parts.flatMap((part) =>
    part.kind === 'drawn' ? part.polygons.map((rings) => ({ label: part.label, rings })) : [],
  );
  return { insees: [...new Set(insees)], sirens: [...new Set(sirens)], drawings };
}

function writeSide({ insees, sirens, drawings }: ZoneSide): AreaPart[] {
  return [
    ...(insees.length > 0 ? [{ kind: 'communes' as const, insees }] : []),
    ...sirens.map((siren) => ({ kind: 'epci' as const, siren })),
    ...drawings.map(({ label, rings }) => ({ kind: 'drawn' as const, label, polygons: [rings] })),
  ];
}
