// Where do imports read and keep files, and within which limits?

import { join } from 'node:path';
import { type ImportLimits, readImportLimits } from '#seeds/pipeline/import-limits.ts';

export type ImportSettings = {
  limits: ImportLimits;
  /** Hosts that may be private: « host » or « host:port ». */
  allowedHosts: readonly string[];
  downloadFolder: string;
  /** A copy of the producers’ sites: « MIRROR/geo.api.gouv.fr/… »; null: the sites themselves. */
  mirror: string | null;
};

/** Throws `bad_config` naming the variable. */
export function readImportSettings(
  env: Readonly<Record<string, string | undefined>>,
  dataFolder: string,
): ImportSettings {
  return {
    limits: readImportLimits(env),
    allowedHosts: (env['IMPORT_ALLOWED_HOSTS'] ?? '')
      .split(',')
      .map((host) => host.trim())
      .filter((host) => host !== ''),
    downloadFolder: join(dataFolder, 'downloads'),
    mirror: env['IMPORT_MIRROR']?.trim() || null,
  };
}
