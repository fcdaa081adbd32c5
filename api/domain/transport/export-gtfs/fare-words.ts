// How is a price told in the words of a feed, whose fields hold neither kilometres nor zones of communes?
//
// Short, exact, in French, the language of the feed: what a field says too is said again.

import type {
  FareComponent,
  HireVehicle,
  KmBand,
  KmBasis,
  WaitRule,
} from '#domain/transport/fare.ts';

const BASIS: Record<KmBasis, string> = {
  trip: 'parcouru à bord',
  home_round_trip: 'du domicile et retour',
  driver_loop: 'depuis le domicile du conducteur et retour',
};
const VEHICLES: Record<HireVehicle, string> = {
  car: 'voiture',
  moped: 'scooter',
  electric_bicycle: 'vélo électrique',
  bicycle: 'vélo',
};
const PER = { leg: 'le trajet', round_trip: 'l’aller et retour' } as const;

export function fareWords(fare: FareComponent): string {
  const vehicle = fare.vehicle === undefined ? '' : `${VEHICLES[fare.vehicle]} : `;
  const note = fare.note === null ? '' : ` (${fare.note.replace(/\.$/, '')})`;
  return `${vehicle}${kindWords(fare)}${note}`;
}

function kindWords(fare: FareComponent): string {
  switch (fare.kind) {
    case 'free':
      return 'gratuit';
    case 'flat':
      return `${euros(fare.cents, fare.maxCents)} ${PER[fare.per]}${bandWords(fare.band)}`;
    case 'per_km':
      return `${euros(fare.centsPerKm, fare.maxCentsPerKm)} le km (${BASIS[fare.basis]})${bandWords(fare.band)}${waitWords(fare.waitRule)}`;
    case 'zone':
      return `${fare.prices.map(zoneWords).join(', ')}, le trajet`;
    case 'wait':
      return `attente ${euros(fare.centsPerHour)} l’heure${fare.freeMinutes === 0 ? '' : ` après ${fare.freeMinutes} min`}`;
    case 'period':
      return fare.options.map(({ hours, cents }) => `${euros(cents)} pour ${hours} h`).join(', ');
    case 'limits':
      return `${[
        fare.minCents === null ? '' : `au moins ${euros(fare.minCents)}`,
        fare.maxCents === null ? '' : `au plus ${euros(fare.maxCents)}`,
      ]
        .filter((each) => each !== '')
        .join(', ')} ${PER[fare.per]}`;
    case 'membership':
      return `adhésion ${euros(fare.cents)} par an`;
    case 'pass':
      return passWords(fare);
    case 'deposit':
      return `caution ${euros(fare.cents)}`;
    case 'extra':
      return `en plus : ${fare.label}`;
    case 'subsidy':
      return `${fare.percent} % pris en charge${fare.maxCents === null ? '' : `, jusqu’à ${euros(fare.maxCents)}`}`;
    case 'reimbursed':
      return 'remboursement possible par l’Assurance Maladie';
    case 'allowance':
      return `aide possible de ${euros(fare.centsPerYear)} par an`;
    case 'discount':
      return `réduction possible de ${fare.percent} %`;
    case 'quote':
      return `sur devis${fare.url === null ? '' : ` : ${fare.url}`}`;
    case 'unknown':
      return `à demander${bandWords(fare.band)}`;
  }
}

type ZonePrice = Extract<FareComponent, { kind: 'zone' }>['prices'][number];

function zoneWords({ from, to, cents }: ZonePrice): string {
  const where = from === to ? `dans la zone ${from}` : `entre les zones ${from} et ${to}`;
  return `${euros(cents)} ${where}`;
}

function passWords({ cents, trips, per }: Extract<FareComponent, { kind: 'pass' }>): string {
  if (per !== 'book') return `abonnement ${euros(cents)} par ${per === 'month' ? 'mois' : 'an'}`;
  return `carnet${trips === null ? '' : ` de ${trips} trajets`} ${euros(cents)}`;
}

function waitWords(wait: WaitRule | null): string {
  if (wait === null) return '';
  const factor = String(wait.kmFactorBeyond).replace('.', ',');
  return `, attente comprise ${wait.freeMinutes} min, km comptés ${factor} fois au-delà`;
}

function bandWords(band: KmBand | undefined): string {
  if (band === undefined) return '';
  const { fromKm, toKm } = band;
  if (fromKm === null) return toKm === null ? '' : ` jusqu’à ${toKm} km`;
  return toKm === null ? ` au-delà de ${fromKm} km` : ` de ${fromKm} à ${toKm} km`;
}

function euros(cents: number, maxCents?: number): string {
  const amount = (value: number) => (value / 100).toFixed(2).replace('.', ',');
  return maxCents === undefined
    ? `${amount(cents)} €`
    : `de ${amount(cents)} à ${amount(maxCents)} €`;
}
