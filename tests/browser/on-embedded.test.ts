// What a resident does, on the database the site keeps for itself.

import { describeFacts } from './subjects/facts.ts';
import { describeJob } from './subjects/job.ts';
import { describeMap } from './subjects/map.ts';
import { describePages } from './subjects/pages.ts';
import { describeTrain } from './subjects/train.ts';
import { describeWithoutScript } from './subjects/without-script.ts';
import { describeSite } from './visit.ts';

describeSite('embedded', (visit) => {
  describeJob(visit);
  describeTrain(visit);
  describeFacts(visit);
  describeWithoutScript(visit);
  describeMap(visit);
  describePages(visit);
});
