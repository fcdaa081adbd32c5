// `npm run import -- SOURCE [FILE|URL]`: one source, from its file to its report.

import type { DatabaseHandle } from '#db/database.ts';
import { AppError } from '#domain/error.ts';
import type { ImportSettings } from '#seeds/pipeline/import-settings.ts';
import { isAddress } from '#seeds/pipeline/is-address.ts';
import { joinFiles } from '#seeds/pipeline/join-files.ts';
import { type Output, showProgress } from '#seeds/pipeline/progress.ts';
import { readArguments } from '#seeds/pipeline/read-arguments.ts';
import { readImportFile } from '#seeds/pipeline/read-file.ts';
import type { RegisteredSource } from '#seeds/pipeline/register.ts';
import { describeImport } from '#seeds/pipeline/report.ts';
import type { ImportFile } from '#seeds/pipeline/source.ts';

/** Answers false when a guard refused the data. Throws when the file cannot be had or read. */
export async function importCommand(
  handle: DatabaseHandle,
  words: readonly string[],
  source: RegisteredSource,
  settings: ImportSettings,
  output: Output = process.stdout,
): Promise<boolean> {
  const given = readArguments(words);
  const place = given.path ?? source.defaultUrl;
  if (place === null)
    throw new AppError('bad_request', `Import ${source.name} : un fichier est attendu.`);
  const stopHearing = leaveCleanly(output);
  try {
    const file = joinFiles([
      await fetchFile(place, source, settings, output),
      ...(await fetchAll(given.morePaths, source, settings, output)),
    ]);
    const progress = showProgress(output, { clock: Date.now, byteCount: file.byteCount });
    try {
      const { onProgress } = progress;
      const report = await source.run(
        handle,
        file,
        { ...given, now: new Date(), onProgress },
        { dryRun: given.dryRun, again: given.again, clock: Date.now },
      );
      progress.end();
      output.write(`${describeImport(report)}\n`);
      return report.status !== 'failed';
    } finally {
      progress.end();
    }
  } finally {
    stopHearing();
  }
}

async function fetchAll(
  places: readonly string[],
  ...where: [RegisteredSource, ImportSettings, Output]
): Promise<ImportFile[]> {
  const files: ImportFile[] = [];
  for (const place of places) files.push(await fetchFile(place, ...where));
  return files;
}

/** The file of this machine, or the one at this address. */
async function fetchFile(
  place: string,
  { expects }: RegisteredSource,
  { limits, allowedHosts, downloadFolder }: ImportSettings,
  output: Output,
): Promise<ImportFile> {
  if (!isAddress(place)) return await readImportFile(place, expects, limits);
  const { download } = await import('#seeds/pipeline/download.ts');
  const progress = showProgress(output, { clock: Date.now });
  try {
    return await download(place, {
      folder: downloadFolder,
      expects,
      limits,
      allowedHosts,
      onProgress: progress.onProgress,
      now: () => new Date(),
    });
  } finally {
    progress.end();
  }
}

/** Ctrl-C: nothing is committed yet, so leaving is enough; the terminal keeps no half line. */
function leaveCleanly(output: Output): () => void {
  const leave = (): void => {
    if (output.isTTY === true) output.write('\r\u001b[2K');
    output.write('Import interrompu : les données d’avant restent en service.\n');
    process.exit(130);
  };
  process.once('SIGINT', leave);
  process.once('SIGTERM', leave);
  return () => {
    process.off('SIGINT', leave);
    process.off('SIGTERM', leave);
  };
}
