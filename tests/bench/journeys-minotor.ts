// The same questions on the same real feeds, in the same process: this engine and minotor, in turn.

import { readFileSync } from 'node:fs';
import { type Timetable as OtherTimetable, Query, Router, type StopsIndex, Time } from 'minotor';
import { GtfsParser } from 'minotor/parser';
import { buildTimetable } from '#domain/journey/build-timetable.ts';
import { type DayView, dayView } from '#domain/journey/day-view.ts';
import { earliestArrivals, journeysDepartAfter } from '#domain/journey/transit-search.ts';
import { atMost, type Figure, percentile, told } from '#tests/bench/bench-result.ts';
import { seeded } from '#tests/bench/seeded.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';
import { readFeed, readGtfsZip } from '#tests/seeds/gtfs-whole.ts';

const FEEDS = [
  { name: 'Péribus', file: 'peribus-2025-26.zip', date: '2026-01-13' },
  { name: 'TER', file: 'ter-charente-2025.zip', date: '2025-02-11' },
];
const QUESTIONS = 400;
const ROUNDS = 3;
const MAX_RIDES = 4;

type Question = { from: string; to: string; departSeconds: number };
type Answers = { milliseconds: number[]; found: number };

export async function minotorFigures(tell: (line: string) => void): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { name, file, date } of FEEDS) {
    const path = sharedFile(`data/gtfs/${file}`, `Journeys on the real feed of ${name}`);
    if (path === null) {
      tell(`${name}: not run, the feed is not beside the project`);
      continue;
    }
    figures.push(...(await compare(name, path, date, tell)));
  }
  return figures;
}

async function compare(
  name: string,
  path: string,
  date: string,
  tell: (line: string) => void,
): Promise<Figure[]> {
  const { files } = await readGtfsZip({ name, bytes: readFileSync(path) });
  const view = dayView(buildTimetable([{ feedId: name, ...readFeed(files).feed }]), date);
  // Its own profiles know one part of the types of these networks: every line is taken.
  const parser = new GtfsParser(path, { routeTypeParser: (type) => (type === 2 ? 'RAIL' : 'BUS') });
  const { timetable, stopsIndex } = await parser.parse(new Date(`${date}T12:00:00`));
  const other = { router: new Router(timetable, stopsIndex), timetable, stopsIndex };
  const questions = ask(view, stopsIndex);

  const ours = { all: none(), one: none() };
  const theirs = { all: none(), one: none() };
  for (let round = 0; round <= ROUNDS; round++) {
    if (round <= 1)
      for (const part of [ours, theirs]) Object.assign(part, { all: none(), one: none() });
    measure(ours.all, questions, (question) => ourAll(view, question));
    measure(theirs.all, questions, (question) => theirAll(other, question));
    measure(ours.one, questions, (question) => ourOne(view, question));
    measure(theirs.one, questions, (question) => theirOne(other, question));
  }
  tell(
    `${name}: ${questions.length} questions, ${ROUNDS} times, ${view.timetable.stops.length} stops`,
  );
  const mean = ({ milliseconds }: Answers) =>
    milliseconds.reduce((sum, one) => sum + one, 0) / milliseconds.length;
  const time = (what: string, { milliseconds }: Answers): Figure[] => [
    told(`${name}, ${what}, p50`, percentile(milliseconds, 0.5), 'ms'),
    told(`${name}, ${what}, p95`, percentile(milliseconds, 0.95), 'ms'),
  ];
  return [
    ...time('one-to-all', ours.all),
    ...time('one-to-all, minotor', theirs.all),
    atMost(`${name}, one-to-all over minotor, mean`, mean(ours.all) / mean(theirs.all), 2, '×'),
    told(`${name}, stops reached`, ours.all.found / ROUNDS, ''),
    told(`${name}, stops reached, minotor`, theirs.all.found / ROUNDS, ''),
    ...time('one-to-one with legs', ours.one),
    ...time('one-to-one with legs, minotor', theirs.one),
    told(`${name}, journeys found`, ours.one.found / ROUNDS, `of ${questions.length}`),
    told(`${name}, journeys found, minotor`, theirs.one.found / ROUNDS, `of ${questions.length}`),
  ];
}

const none = (): Answers => ({ milliseconds: [], found: 0 });

function measure(
  answers: Answers,
  questions: readonly Question[],
  answer: (question: Question) => number,
): void {
  for (const question of questions) {
    const startedMs = performance.now();
    answers.found += answer(question);
    answers.milliseconds.push(performance.now() - startedMs);
  }
}

/** From any served stop to any other, between 6:00 and 19:00. */
function ask(view: DayView, known: StopsIndex): Question[] {
  const random = seeded(20);
  const { stops } = view.timetable;
  const served = [...new Set(view.forward.callStops)]
    .map((stop) => stops[stop]?.id ?? '')
    .filter((id) => known.findStopById(id) !== undefined);
  const any = () => served[Math.floor(random() * served.length)] ?? '';
  return Array.from({ length: QUESTIONS }, () => ({
    from: any(),
    to: any(),
    departSeconds: 6 * 3600 + Math.floor(random() * 13 * 60) * 60,
  })).filter(({ from, to }) => from !== to);
}

/** Both take all stops of a station as one, and look as far as the end of the day. */
function ourQuery(view: DayView, { from, to, departSeconds }: Question) {
  const tagged = (id: string) => {
    const { stops } = view.timetable;
    const station = stops.find((stop) => stop.id === id)?.station;
    return stops.flatMap((stop, number) =>
      stop.station === station ? [{ stop: number, seconds: 0, tag: 'here' }] : [],
    );
  };
  const spanSeconds = 27 * 3600 - departSeconds;
  return {
    sources: tagged(from),
    targets: tagged(to),
    maxRides: MAX_RIDES,
    changeSeconds: 0,
    spanSeconds,
  };
}

function ourAll(view: DayView, question: Question): number {
  let reached = 0;
  for (const seconds of earliestArrivals(view, ourQuery(view, question), question.departSeconds)) {
    if (seconds !== Number.POSITIVE_INFINITY) reached++;
  }
  return reached;
}

function ourOne(view: DayView, question: Question): number {
  const found = journeysDepartAfter(view, ourQuery(view, question), question.departSeconds);
  return found.length > 0 ? 1 : 0;
}

type Other = { router: Router; timetable: OtherTimetable; stopsIndex: StopsIndex };

function theirQuery({ from, departSeconds }: Question) {
  return new Query.Builder()
    .from(from)
    .departureTime(Time.fromSeconds(departSeconds))
    .maxTransfers(MAX_RIDES - 1);
}

function theirAll({ router }: Other, question: Question): number {
  return router.route(theirQuery(question).build()).earliestArrivals.size;
}

function theirOne({ router }: Other, question: Question): number {
  const { to } = question;
  return router.route(theirQuery(question).to(to).build()).bestRoute() === undefined ? 0 : 1;
}
