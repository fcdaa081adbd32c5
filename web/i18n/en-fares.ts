// Prices in words, in English: a rule of fare, and a line of what one trip costs.

import type {
  FareComponent,
  HireVehicle,
  KmBand,
  KmBasis,
  PriceLine,
} from '#domain/transport/fare.ts';
import { enFormat as f } from '#web/i18n/en-format.ts';
import type { frFares } from '#web/i18n/fr-fares.ts';
import { lowerFirst } from '#web/i18n/lower-first.ts';

const KM_BASES: Record<KmBasis, string> = {
  trip: 'kilometres with you on board',
  home_round_trip: 'from your home, there and back',
  driver_loop: 'from the driver’s home, there and back',
};

export const HIRE_VEHICLES: Record<HireVehicle, string> = {
  car: 'Car',
  moped: 'Scooter',
  electric_bicycle: 'Electric bicycle',
  bicycle: 'Bicycle',
};

function bandText(band: KmBand | undefined): string {
  if (band === undefined) return '';
  if (band.fromKm === null) return band.toKm === null ? '' : `, up to ${f.number(band.toKm)} km`;
  if (band.toKm === null) return `, beyond ${f.number(band.fromKm)} km`;
  return `, from ${f.number(band.fromKm)} to ${f.number(band.toKm)} km`;
}

function limitsText({ minCents, maxCents }: Extract<FareComponent, { kind: 'limits' }>): string {
  if (minCents === null) return maxCents === null ? 'Free price' : `${f.euros(maxCents)} at most`;
  if (maxCents === null) return `${f.euros(minCents)} at least`;
  return `Between ${f.euros(minCents)} and ${f.euros(maxCents)}`;
}

function amount(line: PriceLine): string {
  if (line.minCents === null) return line.code === 'extra' ? 'depends on the trip' : 'to ask';
  if (line.maxCents === null) return `at least ${f.euros(line.minCents)}`;
  return line.minCents === line.maxCents
    ? f.euros(line.minCents)
    : `between ${f.euros(line.minCents)} and ${f.euros(line.maxCents)}`;
}

function fareText(fare: FareComponent): string {
  switch (fare.kind) {
    case 'free':
      return 'Free for you.';
    case 'flat':
      return `${fare.maxCents === undefined ? f.euros(fare.cents) : `Between ${f.euros(fare.cents)} and ${f.euros(fare.maxCents)}`} ${fare.per === 'leg' ? 'each way' : 'there and back'}${bandText(fare.band)}.`;
    case 'per_km': {
      const base = `${f.euros(fare.centsPerKm)} a kilometre${bandText(fare.band)}, ${KM_BASES[fare.basis]}.`;
      const wait = fare.waitRule;
      if (wait === null) return base;
      const factor =
        wait.kmFactorBeyond === 2 ? 'doubled' : `multiplied by ${f.number(wait.kmFactorBeyond)}`;
      return `${base} The driver waits ${f.duration(wait.freeMinutes)}. Beyond, the kilometres are ${factor}, unless agreed.`;
    }
    case 'membership':
      return `${f.euros(fare.cents)} membership, once a year.`;
    case 'extra':
      return `In addition: ${fare.label}.`;
    case 'reimbursed':
      return `The health insurance pays back ${fare.ratePercent}%. You keep a charge of ${f.euros(fare.franchiseCentsPerTrip)} a trip (${f.euros(fare.franchiseCentsPerDay)} a day and ${f.euros(fare.franchiseCentsPerYear)} a year at most).`;
    case 'allowance':
      return `Help of up to ${f.euros(fare.centsPerYear)} a year.`;
    case 'discount':
      return `${fare.percent}% off.`;
    case 'zone':
      return `${f.list(fare.prices.map((each) => `${f.euros(each.cents)} ${each.from === each.to ? `within zone “${each.from}”` : `between zones “${each.from}” and “${each.to}”`}`))}, each way.`;
    case 'wait':
      return `The driver’s waiting costs ${f.euros(fare.centsPerHour)} an hour${fare.freeMinutes === 0 ? '' : `, after ${f.duration(fare.freeMinutes)} free`}.`;
    case 'period':
      return `${f.list(fare.options.map((each) => `${f.euros(each.cents)} for ${f.duration(each.hours * 60)}`))}.`;
    case 'limits':
      return `${limitsText(fare)}${fare.per === 'leg' ? ' each way' : ' there and back'}.`;
    case 'pass':
      return fare.per === 'book'
        ? `Book${fare.trips === null ? '' : ` of ${fare.trips} trips`}: ${f.euros(fare.cents)}.`
        : `Pass: ${f.euros(fare.cents)} a ${fare.per === 'month' ? 'month' : 'year'}.`;
    case 'deposit':
      return `${f.euros(fare.cents)} deposit, given back at the end.`;
    case 'subsidy':
      return `${fare.percent}% of the price is paid by others${fare.maxCents === null ? '' : `, up to ${f.euros(fare.maxCents)}`}.`;
    case 'quote':
      return 'Price on request: ask before.';
    case 'unknown':
      return fare.note === null ? 'Price not known: ask when you call.' : 'Price not known.';
  }
}

export const enFares: typeof frFares = {
  fare: (fare) => {
    const said = fareText(fare);
    if (fare.vehicle === undefined) return said;
    return `${HIRE_VEHICLES[fare.vehicle]}: ${lowerFirst(said)}`;
  },
  priceAmount: amount,
  priceLine: (line) => {
    switch (line.code) {
      case 'free':
        return 'Free for you';
      case 'membership':
        return 'Membership, once a year';
      case 'per_km':
        return line.km === null || line.centsPerKm === null || line.basis === null
          ? 'Kilometres'
          : `About ${f.number(line.km)} km × ${f.euros(line.centsPerKm)}, ${KM_BASES[line.basis]}`;
      case 'wait_doubled':
        return 'Long wait: kilometres count double, unless agreed';
      case 'flat':
        return 'Price of the trip';
      case 'extra':
        return line.label === null ? 'In addition, if any' : `In addition, if any: ${line.label}`;
      case 'reimbursed':
        return 'What is left after the health insurance';
      case 'allowance':
        return 'Yearly help, at most';
      case 'discount':
        return 'Discount';
      case 'zone':
        return 'Price by commune';
      case 'wait':
        return 'The driver’s waiting';
      case 'period':
        return 'Price of the rental';
      case 'limits':
        return 'Lowest or highest price';
      case 'pass':
        return line.label === null ? 'Book or pass, if you take one' : line.label;
      case 'deposit':
        return 'Deposit, given back at the end';
      case 'subsidy':
        return 'Share paid by others';
      case 'quote':
        return 'Price on request: ask before';
      case 'unknown':
        return 'Price not known: ask';
    }
  },
};
