// How large may an honest file be? A bomb is stopped before it fills the memory or the disk.

import { AppError } from '#domain/error.ts';

export type ImportLimits = {
  /** Bytes of one file once open, and of one download. */
  totalBytes: number;
  /** Bytes once open for each byte as given. */
  ratio: number;
  /** Files in one archive. */
  entries: number;
};

export const DEFAULT_IMPORT_LIMITS: ImportLimits = {
  totalBytes: 10_000_000_000,
  ratio: 200,
  entries: 2_000,
};

/** Small files compress as they like. */
const RATIO_FROM_BYTES = 5_000_000;

const SETTINGS = {
  totalBytes: 'IMPORT_MAX_BYTES',
  ratio: 'IMPORT_MAX_RATIO',
  entries: 'IMPORT_MAX_ENTRIES',
} as const;

/** The defaults, changed by the environment. Throws `bad_config` naming the variable. */
export function readImportLimits(env: Readonly<Record<string, string | undefined>>): ImportLimits {
  const read = (key: keyof ImportLimits): number => {
    const said = env[SETTINGS[key]]?.trim() ?? '';
    if (said === '') return DEFAULT_IMPORT_LIMITS[key];
    if (/^[1-9]\d{0,14}$/.test(said)) return Number(said);
    throw new AppError(
      'bad_config',
      `${SETTINGS[key]} : un nombre entier positif est attendu, reçu « ${said} ».`,
    );
  };
  return { totalBytes: read('totalBytes'), ratio: read('ratio'), entries: read('entries') };
}

/** Why so many bytes are too many, in a sentence; null while they are not. */
export function limitFault(
  opened: number,
  given: number,
  { totalBytes, ratio }: ImportLimits,
): string | null {
  if (opened > totalBytes) {
    return `plus de ${totalBytes} octets une fois ouvert (limite ${SETTINGS.totalBytes}).`;
  }
  if (opened > RATIO_FROM_BYTES && opened > ratio * Math.max(1, given)) {
    return `compressé plus de ${ratio} fois, ce qui n’arrive pas à un fichier honnête (limite ${SETTINGS.ratio}).`;
  }
  return null;
}
