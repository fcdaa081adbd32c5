// How a language writes dates, hours and money: the part of a dictionary the formatters read.

export type Conventions = {
  /** BCP 47, for the names of days and months and for the signs of numbers. */
  tag: string;
  /** Hour and minutes of a clock. */
  clock: (hours: number, minutes: number) => string;
  /** A clock of the day before, or after, the one spoken of. */
  dayBefore: (clock: string) => string;
  dayAfter: (clock: string) => string;
  /** A length of time of an hour or more. */
  hoursAndMinutes: (hours: number, minutes: number) => string;
  /** An amount already written with its two decimals. */
  euros: (amount: string) => string;
  /** From an amount to another, both already written. */
  range: (from: string, to: string) => string;
  /** Last touch on a date already written: « 1er décembre ». */
  date: (written: string) => string;
};
