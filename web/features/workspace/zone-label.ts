// How would one say a zone to the people who live there?

import type { Insee } from '#domain/territory/territory.ts';
import { frZoneLabel as words } from '#web/i18n/fr-zone-label.ts';
import type { EditorGround } from './editor-data.ts';
import { communesOf, groundMembers, type ZoneForm, type ZoneSide } from './zone-form.ts';

const MOST_NAMES = 4;
const MOST_LETTERS = 300;

/** Empty while nothing is chosen. `nameOf`: of communes beyond the ground too. */
export function zoneLabel(
  form: ZoneForm,
  ground: Pick<EditorGround, 'communes' | 'epcis'>,
  nameOf: (insee: Insee) => string,
): string {
  const said = sideWords(form.plus, ground, nameOf);
  if (said.length === 0) return '';
  const around = form.aroundKm > 0 ? words.around(form.aroundKm) : '';
  const left = sideWords(form.minus, ground, nameOf);
  const except = left.length === 0 ? '' : words.except(words.list(left));
  return capitalized(`${words.list(said)}${around}${except}`).slice(0, MOST_LETTERS);
}

function sideWords(
  side: ZoneSide,
  ground: Pick<EditorGround, 'communes' | 'epcis'>,
  nameOf: (insee: Insee) => string,
): string[] {
  const membersOf = groundMembers(ground);
  const ticked = new Set(communesOf(side, membersOf));
  const groups = ground.epcis.flatMap(({ siren, name }) => {
    const members = membersOf(siren) ?? [];
    const missing = members.filter((insee) => !ticked.has(insee));
    const isSaid = members.length - missing.length > MOST_NAMES && missing.length < MOST_NAMES;
    const isWhole = missing.length === 0 && members.length > 0;
    return isWhole || isSaid ? [{ name, members, missing }] : [];
  });
  const saidInGroups = new Set(groups.flatMap(({ members }) => members));
  const names = [...ticked]
    .filter((insee) => !saidInGroups.has(insee))
    .map(nameOf)
    .sort((a, b) => a.localeCompare(b, 'fr'));
  const rest = names.length - MOST_NAMES;
  const drawings = side.drawings.map(({ label }) => (label === '' ? words.drawing : label));
  return [
    ...groups.map(({ name, members, missing }) =>
      words.group(name, members.length, missing.map(nameOf)),
    ),
    ...(rest > 1 ? [...names.slice(0, MOST_NAMES), words.others(rest)] : names),
    ...new Set(drawings),
  ];
}

/** « Chalais et Rioux » : places by their names, each once. */
export function placesLabel(names: readonly string[]): string {
  return capitalized(words.list([...new Set(names)]));
}

function capitalized(said: string): string {
  return said.charAt(0).toUpperCase() + said.slice(1);
}
