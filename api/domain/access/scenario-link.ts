// How is a scenario put in an address, and what does one find there?
//
// Its text, so that nothing is kept anywhere, then the first half of its hash, so that an address cut on the way or
// changed by hand is not taken for the one that was sent.

import { AppError } from '#domain/error.ts';
import type { AccessModel } from './access-model.ts';
import type { Scenario, ScenarioChange } from './scenario-change.ts';
import { readScenario, scenarioHash, scenarioText } from './scenario-text.ts';

const HASH_DIGITS = 32;
/** What browsers and mail readers leave whole. */
const MOST_CHARACTERS = 32_000;

/** The scenario of these changes on this data. */
export const scenarioOn = (
  model: Pick<AccessModel, 'territory' | 'profession' | 'fingerprint' | 'vintages'>,
  changes: readonly ScenarioChange[],
): Scenario => ({
  version: 1,
  vintages: model.vintages,
  parameters: {
    territory: model.territory,
    profession: model.profession,
    data: model.fingerprint,
  },
  changes,
});

/** Letters that an address leaves as they are. */
export function scenarioLink(scenario: Scenario): string {
  const bytes = new TextEncoder().encode(scenarioText(scenario));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const text = btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return `${text}.${scenarioHash(scenario).slice(0, HASH_DIGITS)}`;
}

/** Throws a `bad_request` on what is no scenario, or not the one that was sent. */
export function readScenarioLink(link: string): Scenario {
  const [text = '', hash = ''] = link.split('.');
  if (link.length > MOST_CHARACTERS) throw brokenLink(`${link.length} characters`);
  let written: string;
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (each) => each.charCodeAt(0));
    written = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw brokenLink('letters that say nothing');
  }
  const scenario = readScenario(written);
  if (scenarioHash(scenario).slice(0, HASH_DIGITS) !== hash) throw brokenLink('another hash');
  return scenario;
}

/** The figures are those of the link only on the same data, whatever was published since. */
export const isSameData = (scenario: Scenario, model: Pick<AccessModel, 'fingerprint'>): boolean =>
  scenario.parameters['data'] === model.fingerprint;

/** Sources whose edition is not the one the scenario was reckoned on. */
export function changedSources(
  scenario: Scenario,
  { vintages }: Pick<AccessModel, 'vintages'>,
): string[] {
  const names = new Set([...Object.keys(scenario.vintages), ...Object.keys(vintages)]);
  return [...names].filter((name) => scenario.vintages[name] !== vintages[name]).sort();
}

function brokenLink(received: string): AppError {
  return new AppError(
    'bad_request',
    `Link of a scenario: expected the text that was sent, received ${received}.`,
  );
}
