// How is a scenario written so that it can be opened again with the same figures, and recognised?

import { AppError } from '#domain/error.ts';
import { scenarioFaults } from './check-scenario.ts';
import type { Scenario } from './scenario-change.ts';
import { sha256 } from './sha-256.ts';

/** JSON, names in order at every depth: one scenario has one text. Throws on what is no scenario. */
export function scenarioText(scenario: Scenario): string {
  refuseFaults(scenario);
  return JSON.stringify(scenario, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** SHA-256 of the text: data, parameters and changes, in 64 hexadecimal digits. */
export const scenarioHash = (scenario: Scenario): string => sha256(scenarioText(scenario));

/** Throws a `bad_request` that names each wrong field. */
export function readScenario(text: string): Scenario {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new AppError('bad_request', 'Scenario: expected JSON, received something else.', {
      cause,
    });
  }
  refuseFaults(value);
  return value as Scenario;
}

function refuseFaults(value: unknown): void {
  const faults = scenarioFaults(value);
  const [first] = faults;
  if (first === undefined) return;
  const message = `Scenario, ${first.field}: expected ${first.expected}, received ${first.received}.`;
  throw new AppError('bad_request', message, { details: faults });
}
