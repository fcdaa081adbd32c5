// How does one official file come in: downloaded, imported, its report written, its failure kept?

import type { DatabaseHandle } from '#db/database.ts';
import { AppError } from '#domain/error.ts';
import type { PartialDate } from '#domain/provenance.ts';
import { download } from '#seeds/pipeline/download.ts';
import type { ImportSettings } from '#seeds/pipeline/import-settings.ts';
import { joinFiles } from '#seeds/pipeline/join-files.ts';
import { type Output, showProgress } from '#seeds/pipeline/progress.ts';
import type { RegisteredSource } from '#seeds/pipeline/register.ts';
import { describeImport } from '#seeds/pipeline/report.ts';
import type { ImportFile, ImportOptions } from '#seeds/pipeline/source.ts';

/** One file to load: of which source, from where. */
export type Load = {
  source: RegisteredSource;
  url: string;
  /** Other files to read with it, as one. */
  moreUrls?: readonly string[];
  /** One edition by département, or by network. */
  feedId: string | null;
  only: readonly string[];
  asOf: PartialDate | null;
  /** What the catalogue it was found in says of it. */
  published?: ImportOptions['published'];
  /** What a person looks for, and where, when the address does not answer. */
  name?: string;
  page?: string;
  /** A sentence when the file, once here, is not to be imported. */
  skip?: (file: ImportFile) => Promise<string | null>;
};

/** `instead`: the command for the file a person brings, and where it is found. */
export type Failure = { word: string; reason: string; instead: string };

export type TerritoryDeps = {
  sources: readonly RegisteredSource[];
  settings: ImportSettings;
  output?: Output;
  now?: () => Date;
};

/** What went wrong; null when nothing did. */
export async function runLoad(
  handle: DatabaseHandle,
  load: Load,
  deps: TerritoryDeps,
): Promise<Failure | null> {
  const { source, url, feedId, only, asOf, published, skip } = load;
  const failed = (reason: string): Failure => ({
    word: source.name,
    reason,
    instead: insteadOf(load),
  });
  const { output = process.stdout, now = () => new Date() } = deps;
  const urls = [url, ...(load.moreUrls ?? [])];
  output.write(`\n${source.name} : ${urls.join('\n  ')}\n`);
  const progress = showProgress(output, { clock: Date.now });
  try {
    const file = joinFiles([
      await fetchFile(url, source.expects, deps),
      ...(await fetchAll(load.moreUrls ?? [], source.expects, deps)),
    ]);
    const reason = (await skip?.(file)) ?? null;
    if (reason !== null) {
      output.write(`${reason}\n`);
      return null;
    }
    const report = await source.run(
      handle,
      file,
      {
        territoryCodes: only,
        feedId,
        asOf,
        ...(published === undefined ? {} : { published }),
        accept: [],
        now: now(),
        onProgress: progress.onProgress,
      },
      { dryRun: false, clock: Date.now },
    );
    progress.end();
    output.write(`${describeImport(report)}\n`);
    return report.status === 'failed' ? failed(`un contrôle a échoué (${url})`) : null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    progress.end();
    output.write(`${error.message}\n`);
    return failed(error.message);
  }
}

/** « npm run import -- gtfs --feed pan-12 FICHIER (une archive GTFS (zip), sur https://…) ». */
export function insteadOf({
  source,
  moreUrls = [],
  feedId,
  asOf,
  published,
  name,
  page,
}: Load): string {
  const command = [
    `npm run import -- ${source.name}`,
    ...(feedId === null || !source.namesFeeds ? [] : [`--feed ${feedId}`]),
    ...(asOf === null ? [] : [`--date ${asOf}`]),
    ...(published?.licence ? [`--licence "${published.licence}"`] : []),
    name ?? ['FICHIER', ...moreUrls.map(() => 'FICHIER')].join(' '),
  ].join(' ');
  const where = page ?? source.official.page;
  return name === undefined
    ? `${command}\n    ${whatIs(source)}, sur ${where}`
    : `${command}\n    sur ${where}`;
}

/** What the command takes; a word beside that of its source says its own. */
export const whatIs = ({ name, official, expects }: RegisteredSource): string =>
  name === official.name ? official.takes.fr : expects;

async function fetchAll(
  urls: readonly string[],
  expects: string,
  deps: TerritoryDeps,
): Promise<ImportFile[]> {
  const files: ImportFile[] = [];
  for (const url of urls) files.push(await fetchFile(url, expects, deps));
  return files;
}

export async function fetchFile(
  url: string,
  expects: string,
  { settings, output = process.stdout, now = () => new Date() }: TerritoryDeps,
): Promise<ImportFile> {
  const progress = showProgress(output, { clock: Date.now });
  try {
    return await download(mirrored(url, settings.mirror), {
      folder: settings.downloadFolder,
      expects,
      limits: settings.limits,
      allowedHosts: settings.allowedHosts,
      onProgress: progress.onProgress,
      now,
    });
  } finally {
    progress.end();
  }
}

/** A copy of the producers' sites kept nearby: « https://geo.api.gouv.fr/x » is « MIRROR/geo.api.gouv.fr/x ». */
function mirrored(url: string, mirror: string | null): string {
  if (mirror === null) return url;
  return `${mirror.replace(/\/$/, '')}/${url.replace(/^https?:\/\//, '')}`;
}
