// Which roads offer the same to everybody? Each distinct rule is kept once, with its reverse beside it.

import { AppError } from '#domain/error.ts';
import { DESTINATION_FLAG, FERRY_FLAG } from '#domain/journey/road-graph.ts';
import { type ByMode, MODE_BITS, ROAD_MODES, type RoadRule } from '#domain/journey/road-mode.ts';

/** A directed profile is 2 × pair, plus 1 for the reverse direction. */
const LARGEST_PROFILE = 0xffff;

export class ProfileTable {
  readonly #numbers = new Map<string, number>();
  readonly #kmh: number[] = [];
  readonly #flags: number[] = [];
  readonly #modes: number[] = [];

  /** The directed profile of a rule in the direction of its way. */
  numberOf(rule: Pick<RoadRule, 'forward' | 'backward' | 'isDestinationOnly' | 'isFerry'>): number {
    const flags = (rule.isFerry ? FERRY_FLAG : 0) + (rule.isDestinationOnly ? DESTINATION_FLAG : 0);
    const [there, back] = [speedsOf(rule.forward), speedsOf(rule.backward)];
    const known = this.#numbers.get(`${there}/${back}/${flags}`);
    if (known !== undefined) return known;
    const number = this.#flags.length;
    if (number + 1 > LARGEST_PROFILE) {
      throw new AppError(
        'bad_import',
        `Attendu au plus ${LARGEST_PROFILE} sortes de routes, reçu davantage.`,
      );
    }
    this.#kmh.push(...there, ...back);
    this.#flags.push(flags, flags);
    const modes = ROAD_MODES.filter((mode) => rule.forward[mode] + rule.backward[mode] > 0);
    const bits = modes.reduce((sum, mode) => sum | MODE_BITS[mode], 0);
    this.#modes.push(bits, bits);
    this.#numbers.set(`${back}/${there}/${flags}`, number + 1);
    // A road alike both ways keeps its even number.
    this.#numbers.set(`${there}/${back}/${flags}`, number);
    return number;
  }

  /** The same road the other way; a road alike both ways is its own reverse. */
  reverseOf(number: number): number {
    const flipped = number ^ 1;
    return ROAD_MODES.every((_, mode) => this.#at(number, mode) === this.#at(flipped, mode))
      ? number
      : flipped;
  }

  /** `MODE_BITS` of those who may go, in one direction at least. */
  modesOf(number: number): number {
    return this.#modes[number] ?? 0;
  }

  columns(): { profileKmh: Float32Array; profileFlags: Uint8Array } {
    return {
      profileKmh: Float32Array.from(this.#kmh),
      profileFlags: Uint8Array.from(this.#flags),
    };
  }

  #at(number: number, mode: number): number | undefined {
    return this.#kmh[number * ROAD_MODES.length + mode];
  }
}

function speedsOf(speeds: ByMode): number[] {
  return ROAD_MODES.map((mode) => speeds[mode]);
}
