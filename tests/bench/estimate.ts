// Bench: how far is the estimate of a drive from the drive the roads give, on trips it has not seen?

import { ESTIMATE_ERROR } from '#domain/journey/road-estimate.ts';
import { type Bench, told } from '#tests/bench/bench-result.ts';
import { crossValidate, fitMeters, fitMinutes, readTrips } from '#tests/bench/estimate-fit.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';

export const bench: Bench = async (tell) => {
  const path = sharedFile('data/travel-times/correze-osrm-third.csv', 'Estimate of drives');
  if (path === null) {
    tell('No file of known travel times beside the project: the published figures are');
    tell(JSON.stringify(ESTIMATE_ERROR));
    return [];
  }
  const trips = readTrips(path);
  const [minutes, meters] = [fitMinutes(trips), fitMeters(trips)];
  tell(`Fitted on all: minutes = 1 + ${minutes.atOneKm.toFixed(3)} × km^${minutes.exponent}`);
  tell(`Fitted on all: meters = ${meters.atOneKm.toFixed(0)} × km^${meters.exponent}`);
  const validation = crossValidate(trips);
  const { rows, origins } = validation;
  tell(`${rows} trips, set aside by blocks of five of ${origins} communes of departure`);
  return [
    told('median absolute error', validation.medianAbsoluteMinutes, 'min'),
    told('absolute error, 90 %', validation.p90AbsoluteMinutes, 'min'),
    told(
      'median absolute error, trips of 30 min at most',
      validation.shortMedianAbsoluteMinutes,
      'min',
    ),
    told('median error of minutes', 100 * validation.medianMinutesShare, '%'),
    told('median error of metres', 100 * validation.medianMetersShare, '%'),
    told('rank correlation', validation.rankCorrelation, ''),
  ];
};
