// `npm run import -- list [--json]`: every source, as a person reads it in a terminal.

import type { DatabaseHandle } from '#db/database.ts';
import type { Run } from '#db/queries/about/list-last-runs.ts';
import { AppError } from '#domain/error.ts';
import { type LocalDate, toMoment } from '#domain/time.ts';
import {
  type ListedRun,
  type ListedSource,
  type Listing,
  listSources,
} from '#seeds/pipeline/list-sources.ts';
import type { RegisteredSource } from '#seeds/pipeline/register.ts';

const COLUMNS = 100;

export async function listCommand(
  { db }: DatabaseHandle,
  words: readonly string[],
  sources: readonly RegisteredSource[],
  { now = new Date(), say = (text) => console.log(text) }: { now?: Date; say?: Say } = {},
): Promise<boolean> {
  const [option, extra] = words;
  if (extra !== undefined || (option !== undefined && option !== '--json')) {
    throw new AppError('bad_request', 'Utilisation : npm run import -- list [--json]');
  }
  const listing = await listSources(db, sources, now);
  say(option === '--json' ? JSON.stringify(listing, null, 2) : describeListing(listing));
  return true;
}

type Say = (text: string) => void;

export function describeListing({ sources, feeds }: Listing): string {
  const lines = sources.flatMap(describeSource);
  if (feeds.length > 0) lines.push('Validité des réseaux de transport');
  for (const { feedId, name, kind, versions } of feeds) {
    const used = versions.find(({ active }) => active);
    const what = kind === 'timetable' ? 'horaires' : 'à la demande';
    const until =
      used === undefined
        ? 'aucune version en service'
        : `du ${saidDay(used.validFrom)} au ${saidDay(used.validTo)}${used.expired ? ', EXPIRÉ' : ''}`;
    const kept = versions.length === 1 ? '1 version gardée' : `${versions.length} versions gardées`;
    lines.push(...wrap(`${feedId} (${what}) : ${name}, ${until} ; ${kept}`));
  }
  return lines.join('\n');
}

function describeSource({ official, commands, runs }: ListedSource): string[] {
  const { name, title, publisher, licence, cadence, takes, page } = official;
  const lines = [
    ...wrap(`${name} — ${title.fr}`, ''),
    ...wrap(`${publisher} ; ${licence ?? 'licence selon le fichier'} ; paraît ${cadence.fr}`),
  ];
  if (runs.length === 0) {
    lines.push(...wrap('jamais importé'), ...wrap(`fichier : ${takes.fr}`), `  ${page}`);
    lines.push(...commands.map((command) => `  ${command}`));
  }
  for (const run of runs) {
    const label = run.importer === name ? '' : `${run.importer} : `;
    lines.push(...wrap(label + saidRun(run)), `  ${run.command}`);
  }
  return [...lines, ''];
}

const whole = new Intl.NumberFormat('fr-FR');

const ENDS: Readonly<Record<Run['status'], string | null>> = {
  done: null,
  unchanged: 'vérifié, sans changement,',
  failed: 'dernier essai refusé',
  interrupted: 'dernier essai interrompu',
  running: 'import en cours ou interrompu, commencé',
};

function saidRun({ served, latest }: ListedRun): string {
  const parts: string[] = [];
  if (served === null) parts.push('jamais mené à bien');
  else {
    const licence = served.licence === null ? '' : `, ${served.licence}`;
    const data = served.asOf === null ? '' : `, données de ${served.asOf}`;
    const age = served.isOld
      ? `, ÂGÉ de ${saidDays(served.ageDays)}`
      : `, ${saidDays(served.ageDays)}`;
    parts.push(
      `importé le ${saidDay(served.importedOn)}${licence}${data}${age} : ${whole.format(served.keptCount)} gardées, ${whole.format(served.rejectedCount)} refusées sur ${whole.format(served.readCount)} lues`,
    );
  }
  const end = ENDS[latest.status];
  if (end !== null) parts.push(`${end} le ${saidDay(toMoment(Date.parse(latest.startedAt)).date)}`);
  return parts.join(' ; ');
}

function saidDays(days: number): string {
  if (days === 0) return 'du jour';
  return days === 1 ? '1 jour' : `${whole.format(days)} jours`;
}

function saidDay(date: LocalDate): string {
  return date.split('-').reverse().join('/');
}

/** Lines of at most a hundred characters, the next ones further in. */
function wrap(text: string, indent = '  '): string[] {
  const lines: string[] = [];
  let line = indent;
  // Signs that follow a blank in French never start a line.
  for (const word of text.replaceAll(/ ([;:])/g, '\u00a0$1').split(' ')) {
    const isStart = line.trim() === '';
    if (!isStart && line.length + 1 + word.length > COLUMNS) {
      lines.push(line);
      line = `${indent}  ${word}`;
    } else {
      line += isStart ? word : ` ${word}`;
    }
  }
  return [...lines, line];
}
