// What may be set from outside, read once; every fault is listed at once, and the result is frozen.

import { z } from 'zod';
import { readFaults } from '#api/http/read-faults.ts';
import { type RoadServiceSettings, readRoadService } from '#api/runtime/road-settings.ts';
import { AppError } from '#domain/error.ts';

/** The optional picture under the map: nothing leaves the site when `off`. */
export type BaseMap =
  | { kind: 'off' }
  | { kind: 'ign'; url: string; attribution: string; origin: string }
  | {
      kind: 'pmtiles';
      url: string;
      attribution: string;
      /** Another site it is read from; null when it is this one, from `file`. */
      origin: string | null;
      file: string | null;
    };

export type LogLevel = 'silent' | 'error' | 'info';

export type Config = Readonly<{
  port: number;
  host: string;
  /** Null: the embedded database, kept in `dataFolder`. */
  databaseUrl: string | null;
  dataFolder: string;
  /** `auto`: load the demonstration territory when the embedded database holds none. */
  demo: 'auto' | 'on' | 'off';
  /** Proxies in front of the server whose X-Forwarded-For entry is believed, counted from the right. */
  trustedProxies: number;
  /** Address people type, without a slash at the end; null: taken from each request. */
  publicUrl: string | null;
  baseMap: BaseMap;
  /** Requests one address may send a minute; 0: no limit, a proxy sees to it. */
  requestsPerMinute: number;
  /** Time one request for several places has; what is not computed by then is left out. */
  journeyBudgetMs: number;
  /** An OSRM or Valhalla of the deployment; null: the roads imported, or estimates. */
  roadService: RoadServiceSettings | null;
  logLevel: LogLevel;
  /** Signs the cookies of people who sign in; null: drawn once, kept in `dataFolder`. */
  authSecret: string | null;
  /** Null: invitations are links to hand over. */
  mail: { smtpUrl: string; from: string } | null;
}>;

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where a PMTiles file kept on this machine is read. */
export const BASE_MAP_PATH = '/base-map.pmtiles';

const IGN = {
  kind: 'ign',
  url:
    'https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0' +
    '&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2&STYLE=normal&FORMAT=image/png' +
    '&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}',
  attribution: '© IGN',
  origin: 'https://data.geopf.fr',
} as const;

const PMTILES = { kind: 'pmtiles', attribution: '© OpenStreetMap' } as const;

const wholeNumber = (min: number, max: number, fallback: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, `a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `a whole number from ${min} to ${max}`)
    .default(fallback);

const SECRET_FORM =
  'at least 43 characters without a space, such as what « openssl rand -base64 32 » prints';

const environmentSchema = z
  .object({
    PORT: wholeNumber(0, 65_535, 8080),
    HOST: z.string().default('0.0.0.0'),
    DATABASE_URL: z
      .string()
      .regex(
        /^postgres(ql)?:\/\/\S+$/,
        'an address such as postgresql://user:password@host:5432/base',
      )
      .nullable()
      .default(null),
    VOISOIN_DATA: z.string().default('data'),
    VOISOIN_DEMO: z.enum(['auto', 'on', 'off']).default('auto'),
    TRUSTED_PROXIES: wholeNumber(0, 9, 0),
    PUBLIC_URL: z
      .string()
      .refine(isSiteAddress, 'an address such as https://voisoin.example, without a path')
      .transform((value) => new URL(value).origin)
      .nullable()
      .default(null),
    BASE_MAP: z
      .string()
      .refine(
        (value) => parseBaseMap(value) !== null,
        'off, ign, or pmtiles: followed by a file path or an https address ending in .pmtiles',
      )
      .transform((value): BaseMap => parseBaseMap(value) ?? { kind: 'off' })
      .default({ kind: 'off' }),
    REQUESTS_PER_MINUTE: wholeNumber(0, 100_000, 240),
    JOURNEY_BUDGET_MS: wholeNumber(100, 60_000, 1500),
    LOG_LEVEL: z.enum(['silent', 'error', 'info']).default('info'),
    AUTH_SECRET: z
      .string()
      .regex(/^\S{43,200}$/, SECRET_FORM)
      .nullable()
      .default(null),
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\/\S+$/, 'an address such as smtps://user:password@mail.example:465')
      .nullable()
      .default(null),
    MAIL_FROM: z
      .string()
      .regex(
        /^[^\r\n<>@]*<?[^\s<>@]+@[^\s<>@]+>?$/,
        'a sender such as Voisoin <bonjour@voisoin.example>',
      )
      .nullable()
      .default(null),
  })
  .refine((set) => set.SMTP_URL === null || set.MAIL_FROM !== null, {
    path: ['MAIL_FROM'],
    message: 'a sender, as SMTP_URL is set',
  })
  .refine((set) => set.MAIL_FROM === null || set.SMTP_URL !== null, {
    path: ['SMTP_URL'],
    message: 'an address, as MAIL_FROM is set',
  });

/** Their values are not repeated in a message. */
const HIDDEN = new Set(['DATABASE_URL', 'AUTH_SECRET', 'SMTP_URL']);

/** Throws `bad_config` naming every faulty variable. An empty variable counts as absent. */
export function readConfig(env: Environment): Config {
  const given = Object.fromEntries(
    Object.keys(environmentSchema.shape).flatMap((name) => {
      const value = env[name]?.trim();
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  );
  const read = environmentSchema.safeParse(given);
  if (!read.success) {
    const details = readFaults(read.error, given).map((fault) =>
      HIDDEN.has(fault.field) && fault.received !== 'nothing'
        ? { ...fault, received: 'something else (not shown)' }
        : fault,
    );
    const lines = details.map(
      (f) => `  ${f.field}: expected ${f.expected}, received ${f.received}`,
    );
    throw new AppError('bad_config', `Configuration is not usable:\n${lines.join('\n')}`, {
      details,
    });
  }
  const value = read.data;
  return Object.freeze({
    port: value.PORT,
    host: value.HOST,
    databaseUrl: value.DATABASE_URL,
    dataFolder: value.VOISOIN_DATA,
    demo: value.VOISOIN_DEMO,
    trustedProxies: value.TRUSTED_PROXIES,
    publicUrl: value.PUBLIC_URL,
    baseMap: Object.freeze(value.BASE_MAP),
    requestsPerMinute: value.REQUESTS_PER_MINUTE,
    journeyBudgetMs: value.JOURNEY_BUDGET_MS,
    roadService: readRoadService(env),
    logLevel: value.LOG_LEVEL,
    authSecret: value.AUTH_SECRET,
    mail:
      value.SMTP_URL === null || value.MAIL_FROM === null
        ? null
        : Object.freeze({ smtpUrl: value.SMTP_URL, from: value.MAIL_FROM }),
  });
}

function isSiteAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return (
    /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.hash === ''
  );
}

function parseBaseMap(value: string): BaseMap | null {
  if (value === 'off') return { kind: 'off' };
  if (value === 'ign') return IGN;
  const archive = /^pmtiles:(.+\.pmtiles)$/.exec(value)?.[1];
  if (archive === undefined) return null;
  if (!/^[a-z]+:\/\//.test(archive)) {
    return { ...PMTILES, url: BASE_MAP_PATH, origin: null, file: archive };
  }
  if (!archive.startsWith('https://') || !URL.canParse(archive)) return null;
  return { ...PMTILES, url: archive, origin: new URL(archive).origin, file: null };
}
