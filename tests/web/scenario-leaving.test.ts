// Who may leave, and how is it told: by name to choose from where names are known, by place alone ever after.

import { expect, it } from 'vitest';
import { withoutNames } from '#domain/access/access-model.ts';
import type { ScenarioChange } from '#domain/access/scenario-change.ts';
import { VALLEY } from '#tests/support/access-model.ts';
import { createAnswers } from '#web/features/access/scenario-answer.ts';
import {
  alsoLeaving,
  howManyOptions,
  leavingChoice,
  leavingOptions,
} from '#web/features/access/scenario-leaving.ts';
import type { DeskModel } from '#web/features/access/scenario-messages.ts';
import { tellChange } from '#web/features/access/scenario-told.ts';
import { fr } from '#web/i18n/fr.ts';

const plain = (text: string): string => text.replace(/\s/g, ' ');
const labels = (options: readonly { label: string }[]) => options.map(({ label }) => plain(label));

async function opened(model = VALLEY): Promise<DeskModel> {
  const answer = createAnswers(
    async () => model,
    () => 0,
  );
  return (await answer({
    ...{ ask: 'open', territory: 'vallee', profession: 'gp', space: null },
  })) as DeskModel;
}

it('names nobody to everybody: a practitioner of a place, and how many of several leave', async () => {
  const model = await opened(withoutNames(VALLEY));
  const options = leavingOptions(fr, model);
  expect(labels(options)).toEqual([
    'Cabinet d’Amont : un médecin généraliste de ce lieu',
    'Maison de santé, Aval : 2 médecins généralistes',
  ]);
  const [alone, several] = options.map(({ value }) => value);
  expect(alone).toBe('cabinet-amont|1');
  expect(howManyOptions(fr, model, alone ?? '')).toEqual([]);
  const many = howManyOptions(fr, model, several ?? '');
  expect(many.map(({ value }) => value)).toEqual(['maison-aval|1', 'maison-aval']);
  expect(labels(many)).toEqual(['1', '2 (il n’en reste pas)']);
  expect(leavingChoice(model, 'maison-aval')).toBe(several);
  expect(howManyOptions(fr, model, '')).toEqual([]);
});

it('names them to a coordination, and tells what is tried by the place alone', async () => {
  const model = await opened();
  expect(labels(leavingOptions(fr, model))).toEqual([
    'Dr A, Cabinet d’Amont',
    'Dr B, Maison de santé, Aval',
    'Dr C, Maison de santé, Aval',
    'Maison de santé, Aval : tous (2 temps plein)',
  ]);
  expect(howManyOptions(fr, model, 'maison-aval|1|gp-b')).toEqual([]);
  const tell = (site: string, fullTime: number | null) => {
    const change: ScenarioChange = { kind: 'retire', site, profession: 'gp', fullTime };
    return plain(tellChange(fr.scenario.form.told, model, change));
  };
  expect(tell('cabinet-amont', 1)).toBe('Départ d’un médecin généraliste : Cabinet d’Amont');
  expect(tell('maison-aval', 2)).toBe('Départ de 2 médecins généralistes : Maison de santé, Aval');
  expect(tell('maison-aval', null)).toBe(
    'Départ de tous (médecins généralistes) : Maison de santé, Aval',
  );
});

it('names somebody who practises in two places once, and takes them out of both', async () => {
  const [first, second] = VALLEY.sites;
  const half = (entryId: string) => [{ entryId, personId: 'x', name: 'Dr X', fullTime: 0.5 }];
  const sites = [first, second].flatMap((site, i) =>
    site === undefined ? [] : [{ ...site, practitioners: half(`x${i}`) }],
  );
  const model = await opened({ ...VALLEY, sites });
  const options = leavingOptions(fr, model);
  expect(labels(options)).toEqual(['Dr X : Cabinet d’Amont et Maison de santé, Aval']);
  expect(options[0]?.value).toBe('cabinet-amont|0.5|x0');
  expect(alsoLeaving(model, options[0]?.value ?? '')).toEqual([
    { kind: 'retire', site: 'maison-aval', profession: 'gp', fullTime: 0.5 },
  ]);
  expect(alsoLeaving(model, 'maison-aval')).toEqual([]);
});
