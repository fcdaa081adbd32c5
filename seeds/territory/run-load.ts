// How does one official file come in: downloaded, imported, its report written, its failure kept?

import type { DatabaseHandle } from '#db/database.ts';
import { AppError } from '#domain/error.ts';
import type { PartialDate } from '#domain/provenance.ts';
import { download } from '#seeds/pipeline/download.ts';
import type { ImportSettings } from '#seeds/pipeline/import-settings.ts';
import { type Output, showProgress } from '#seeds/pipeline/progress.ts';
import type { RegisteredSource } from '#seeds/pipeline/register.ts';
import { describeImport } from '#seeds/pipeline/report.ts';
import type { ImportFile } from '#seeds/pipeline/source.ts';

/** One file to load: of which source, from where. */
export type Load = {
  source: RegisteredSource;
  url: string;
  /** One edition by département, or by network. */
  feedId: string | null;
  only: readonly string[];
  asOf: PartialDate | null;
  /** A sentence when the file, once here, is not to be imported. */
  skip?: (file: ImportFile) => Promise<string | null>;
};

export type Failure = { word: string; reason: string };

export type TerritoryDeps = {
  sources: readonly RegisteredSource[];
  settings: ImportSettings;
  output?: Output;
  now?: () => Date;
};

/** What went wrong; null when nothing did. */
export async function runLoad(
  handle: DatabaseHandle,
  { source, url, feedId, only, asOf, skip }: Load,
  deps: TerritoryDeps,
): Promise<Failure | null> {
  const { output = process.stdout, now = () => new Date() } = deps;
  output.write(`\n${source.name} : ${url}\n`);
  const progress = showProgress(output, { clock: Date.now });
  try {
    const file = await fetchFile(url, source.expects, deps);
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
        accept: [],
        now: now(),
        onProgress: progress.onProgress,
      },
      { dryRun: false, clock: Date.now },
    );
    progress.end();
    output.write(`${describeImport(report)}\n`);
    if (report.status !== 'failed') return null;
    return { word: source.name, reason: `un contrôle a échoué (${url})` };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    progress.end();
    output.write(`${error.message}\n`);
    return { word: source.name, reason: error.message };
  }
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
