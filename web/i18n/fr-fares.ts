// Prices in words, in French: a rule of fare, and a line of what one trip costs.

import type {
  FareComponent,
  HireVehicle,
  KmBand,
  KmBasis,
  PriceLine,
} from '#domain/transport/fare.ts';
import { frFormat as f } from '#web/i18n/fr-format.ts';
import { lowerFirst } from '#web/i18n/lower-first.ts';

const KM_BASES: Record<KmBasis, string> = {
  trip: 'kilomètres faits avec vous à bord',
  home_round_trip: 'depuis votre domicile, aller et retour',
  driver_loop: 'depuis le domicile du conducteur, aller et retour',
};

export const HIRE_VEHICLES: Record<HireVehicle, string> = {
  car: 'Voiture',
  moped: 'Scooter',
  electric_bicycle: 'Vélo électrique',
  bicycle: 'Vélo',
};

function bandText(band: KmBand | undefined): string {
  if (band === undefined) return '';
  if (band.fromKm === null) return band.toKm === null ? '' : `, jusqu’à ${f.number(band.toKm)} km`;
  if (band.toKm === null) return `, au-delà de ${f.number(band.fromKm)} km`;
  return `, de ${f.number(band.fromKm)} à ${f.number(band.toKm)} km`;
}

function limitsText({ minCents, maxCents }: Extract<FareComponent, { kind: 'limits' }>): string {
  if (minCents === null) return maxCents === null ? 'Prix libre' : `${f.euros(maxCents)} au plus`;
  if (maxCents === null) return `${f.euros(minCents)} au moins`;
  return `Entre ${f.euros(minCents)} et ${f.euros(maxCents)}`;
}

function amount(line: PriceLine): string {
  if (line.minCents === null) return line.code === 'extra' ? 'selon le trajet' : 'à demander';
  if (line.maxCents === null) return `au moins ${f.euros(line.minCents)}`;
  return line.minCents === line.maxCents
    ? f.euros(line.minCents)
    : `entre ${f.euros(line.minCents)} et ${f.euros(line.maxCents)}`;
}

function fareText(fare: FareComponent): string {
  switch (fare.kind) {
    case 'free':
      return 'Gratuit pour vous.';
    case 'flat':
      return `${fare.maxCents === undefined ? f.euros(fare.cents) : `Entre ${f.euros(fare.cents)} et ${f.euros(fare.maxCents)}`} ${fare.per === 'leg' ? 'par trajet' : 'l’aller-retour'}${bandText(fare.band)}.`;
    case 'per_km': {
      const base = `${f.euros(fare.centsPerKm)} par kilomètre${bandText(fare.band)}, ${KM_BASES[fare.basis]}.`;
      const wait = fare.waitRule;
      if (wait === null) return base;
      const factor =
        wait.kmFactorBeyond === 2 ? 'doublés' : `multipliés par ${f.number(wait.kmFactorBeyond)}`;
      return `${base} Le conducteur vous attend ${f.duration(wait.freeMinutes)}. Au-delà, les kilomètres sont ${factor}, sauf accord.`;
    }
    case 'membership':
      return `${f.euros(fare.cents)} d’adhésion, une fois par an.`;
    case 'extra':
      return `En plus : ${fare.label}.`;
    case 'reimbursed':
      return `L’Assurance maladie rembourse ${fare.ratePercent} %. Il reste une franchise de ${f.euros(fare.franchiseCentsPerTrip)} par trajet (${f.euros(fare.franchiseCentsPerDay)} par jour et ${f.euros(fare.franchiseCentsPerYear)} par an au plus).`;
    case 'allowance':
      return `Une aide de ${f.euros(fare.centsPerYear)} par an au plus.`;
    case 'discount':
      return `${fare.percent} % de réduction.`;
    case 'zone':
      return `${f.list(fare.prices.map((each) => `${f.euros(each.cents)} ${each.from === each.to ? `dans la zone « ${each.from} »` : `entre les zones « ${each.from} » et « ${each.to} »`}`))}, par trajet.`;
    case 'wait':
      return `L’attente du conducteur coûte ${f.euros(fare.centsPerHour)} de l’heure${fare.freeMinutes === 0 ? '' : `, après ${f.duration(fare.freeMinutes)} gratuites`}.`;
    case 'period':
      return `${f.list(fare.options.map((each) => `${f.euros(each.cents)} pour ${f.duration(each.hours * 60)}`))}.`;
    case 'limits':
      return `${limitsText(fare)}${fare.per === 'leg' ? ' par trajet' : ' l’aller-retour'}.`;
    case 'pass':
      return fare.per === 'book'
        ? `Carnet${fare.trips === null ? '' : ` de ${fare.trips} trajets`} : ${f.euros(fare.cents)}.`
        : `Abonnement : ${f.euros(fare.cents)} par ${fare.per === 'month' ? 'mois' : 'an'}.`;
    case 'deposit':
      return `${f.euros(fare.cents)} de caution, rendus à la fin.`;
    case 'subsidy':
      return `${fare.percent} % du prix sont payés par d’autres${fare.maxCents === null ? '' : `, jusqu’à ${f.euros(fare.maxCents)}`}.`;
    case 'quote':
      return 'Prix sur devis : demandez-le avant.';
    case 'unknown':
      return fare.note === null ? 'Prix non connu : demandez-le en appelant.' : 'Prix non connu.';
  }
}

export const frFares = {
  /** Of a hire, said with the vehicle it is the price of. */
  fare: (fare: FareComponent): string => {
    const said = fareText(fare);
    if (fare.vehicle === undefined) return said;
    return `${HIRE_VEHICLES[fare.vehicle]} : ${lowerFirst(said)}`;
  },
  priceAmount: amount,
  priceLine: (line: PriceLine): string => {
    switch (line.code) {
      case 'free':
        return 'Gratuit pour vous';
      case 'membership':
        return 'Adhésion, une fois par an';
      case 'per_km':
        return line.km === null || line.centsPerKm === null || line.basis === null
          ? 'Kilomètres'
          : `Environ ${f.number(line.km)} km × ${f.euros(line.centsPerKm)}, ${KM_BASES[line.basis]}`;
      case 'wait_doubled':
        return 'Attente longue : les kilomètres comptent double, sauf accord';
      case 'flat':
        return 'Prix du trajet';
      case 'extra':
        return line.label === null
          ? 'En plus, s’il y en a'
          : `En plus, s’il y en a : ${lowerFirst(line.label)}`;
      case 'reimbursed':
        return 'Ce qui reste après l’Assurance maladie';
      case 'allowance':
        return 'Aide par an, au plus';
      case 'discount':
        return 'Réduction';
      case 'zone':
        return 'Prix selon les communes';
      case 'wait':
        return 'Attente du conducteur';
      case 'period':
        return 'Prix de la location';
      case 'limits':
        return 'Prix minimum ou maximum';
      case 'pass':
        return line.label === null ? 'Carnet ou abonnement, si vous le prenez' : line.label;
      case 'deposit':
        return 'Caution, rendue à la fin';
      case 'subsidy':
        return 'Part payée par d’autres';
      case 'quote':
        return 'Prix sur devis : demandez-le avant';
      case 'unknown':
        return 'Prix non connu : demandez-le';
    }
  },
};
