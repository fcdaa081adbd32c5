// `npm run import -- demo`: the demonstration territory.

import type { DatabaseHandle } from '#db/database.ts';
import { AppError } from '#domain/error.ts';
import { loadDemo } from '#seeds/demo/load.ts';
import { IMPORT_USAGE } from '#seeds/pipeline/read-arguments.ts';

export async function demoCommand(
  handle: DatabaseHandle,
  words: readonly string[],
): Promise<boolean> {
  if (words.length > 1) {
    throw new AppError('bad_request', `Import demo : ni fichier ni option.\n\n${IMPORT_USAGE}`);
  }
  const startedAt = Date.now();
  const { changed, ...counts } = await loadDemo(handle, {
    onProgress: (step) => console.log(`… ${step}`),
  });
  console.log(
    changed
      ? `Démonstration chargée : ${counts.communes} communes, ${counts.entries} fiches, ${counts.offers} offres (${Date.now() - startedAt} ms).`
      : 'Rien à faire : la démonstration est déjà chargée.',
  );
  return true;
}
