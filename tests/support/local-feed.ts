// A timetable that stops in the communes of the small territory, as files to import.

import { baseFiles, calls, type Files, trips } from '#tests/domain/journey/tiny-feed.ts';

/**
 * Line R (« 13 ») from Montmoreau to Aubeterre, weekdays at 8:00 and 12:00, back at 17:00; line Q far
 * from the territory, that of the agency « Association mosc »; line T far away, of nobody.
 */
export function localFiles(): Files {
  return {
    ...baseFiles(),
    'agency.txt':
      'agency_id,agency_name,agency_url,agency_timezone\nA,Région,https://a.example,Europe/Paris\nM,Association mosc,https://m.example,Europe/Paris\n',
    'stops.txt': [
      'stop_id,stop_name,stop_lat,stop_lon',
      'MO,Montmoreau Gare,45.401,0.131',
      'AU,Aubeterre Bourg,45.271,0.171',
      'L1,Loin,46.10,1.90',
      'L2,Plus loin,46.20,2.00',
    ].join('\n'),
    'routes.txt':
      'route_id,agency_id,route_short_name,route_long_name,route_type\nR,A,13,Montmoreau – Aubeterre,3\nQ,M,Q,Navette,3\nT,A,T,Autre,3\n',
    'trips.txt': trips('R,W,r1', 'R,W,r2', 'R,W,r3', 'Q,W,q1', 'T,W,t1'),
    'stop_times.txt': calls(
      'r1,08:00:00,08:00:00,MO,1,0,0',
      'r1,08:30:00,08:30:00,AU,2,0,0',
      'r2,12:00:00,12:00:00,MO,1,0,0',
      'r2,12:30:00,12:30:00,AU,2,0,0',
      'r3,17:00:00,17:00:00,AU,1,0,0',
      'r3,17:30:00,17:30:00,MO,2,0,0',
      'q1,08:00:00,08:00:00,L1,1,0,0',
      'q1,08:30:00,08:30:00,L2,2,0,0',
      't1,09:00:00,09:00:00,L1,1,0,0',
      't1,09:30:00,09:30:00,L2,2,0,0',
    ),
  };
}
