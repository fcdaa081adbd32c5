// How English says what an organization knows of an imported line: reserved, on booking, school services.

import { enFormat as f } from '#web/i18n/en-format.ts';
import type { frLineMarks } from '#web/i18n/fr-line-marks.ts';

export const enLineMarks: typeof frLineMarks = {
  heading: 'Good to know about this line',
  said: (mark) => {
    switch (mark.kind) {
      case 'reserved':
        return `Only for: ${mark.forWhom}`;
      case 'on_booking':
        return 'On booking';
      case 'school_open':
        return 'School service, open to everybody';
      case 'school_only':
        return 'School service, for pupils only';
      case 'hidden':
        return 'Does not run at the moment';
      case 'note':
        return '';
    }
  },
  by: ({ saidBy, saidOn }) => `Said by ${saidBy}, ${f.factDate(saidOn)}`,
  ofTrip: (departMinute, headsign) =>
    [
      departMinute === null ? 'One trip' : `The ${f.hour(departMinute)} departure`,
      ...(headsign === null ? [] : [`towards ${headsign}`]),
    ].join(' '),
  ofStop: (name) => `At the stop “${name}”`,
};
