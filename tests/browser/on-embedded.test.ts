// What a resident does, on the database the site keeps for itself.

import { describeAccount } from './subjects/account.ts';
import { describeAnswers } from './subjects/answers.ts';
import { describeEarlyPresses } from './subjects/early-presses.ts';
import { describeEnglish } from './subjects/english.ts';
import { describeFacts } from './subjects/facts.ts';
import { describeJob } from './subjects/job.ts';
import { describeLineMarks } from './subjects/line-marks.ts';
import { describeMap } from './subjects/map.ts';
import { describeMedical } from './subjects/medical.ts';
import { describeObservatory } from './subjects/observatory.ts';
import { describeObservatoryKeyboard } from './subjects/observatory-keyboard.ts';
import { describePages } from './subjects/pages.ts';
import { describePosters } from './subjects/posters.ts';
import { describeScenarios } from './subjects/scenarios.ts';
import { describeSlots } from './subjects/slots.ts';
import { describeTrain } from './subjects/train.ts';
import { describeVisits } from './subjects/visits.ts';
import { describeWithoutScript } from './subjects/without-script.ts';
import { describeWorkspace } from './subjects/workspace.ts';
import { describeWorkspaceKeyboard } from './subjects/workspace-keyboard.ts';
import { describeWorkspaceNewcomer } from './subjects/workspace-newcomer.ts';
import { describeSite } from './visit.ts';

describeSite('embedded', (visit) => {
  describeJob(visit);
  describeTrain(visit);
  describeSlots(visit);
  describeVisits(visit);
  describeMedical(visit);
  describeAnswers(visit);
  describeEarlyPresses(visit);
  describeEnglish(visit);
  describeFacts(visit);
  describeWithoutScript(visit);
  describeMap(visit);
  describeObservatory(visit);
  describePages(visit);
  describePosters(visit);
  describeAccount(visit);
  describeWorkspace(visit);
  describeWorkspaceKeyboard(visit);
  describeLineMarks(visit);
  describeWorkspaceNewcomer(visit);
  describeScenarios(visit);
  describeObservatoryKeyboard(visit);
});
