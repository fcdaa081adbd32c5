// Names of communes by their codes: what a list of codes becomes on a page.

import type { Insee } from '#domain/territory/territory.ts';
import type { Api } from './api.ts';
import { isNotFound } from './api-failure.ts';

type Shapes = { features: readonly { properties: { insee: Insee; name: string } | null }[] };

/** In alphabetical order; a code no territory names is asked for by itself, or left out. */
export async function communeNames(
  api: Api,
  territoryCodes: readonly string[],
  insees: readonly Insee[],
): Promise<string[]> {
  const names = new Map<Insee, string>();
  if (insees.length > 0) {
    for (const code of territoryCodes) {
      const shapes = await api.get<Shapes>(`/api/territories/${encodeURIComponent(code)}/shapes`);
      for (const { properties } of shapes.features) {
        if (properties !== null) names.set(properties.insee, properties.name);
      }
    }
  }
  const unnamed = insees.filter((insee) => !names.has(insee));
  await Promise.all(
    unnamed.map(async (insee) => {
      try {
        names.set(insee, (await api.place(insee)).name);
      } catch (error) {
        if (!isNotFound(error)) throw error;
      }
    }),
  );
  return insees.flatMap((insee) => names.get(insee) ?? []).sort((a, b) => a.localeCompare(b, 'fr'));
}
