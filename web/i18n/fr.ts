// Every sentence a resident reads, in French, section by section.
// Another language is one file that satisfies `Dictionary`, and one line in `dictionaries.ts`.

import { frAbout } from './fr-about.ts';
import { frAccess } from './fr-access.ts';
import { frAccount } from './fr-account.ts';
import { frBase } from './fr-base.ts';
import { frEditor } from './fr-editor.ts';
import { frEntry } from './fr-entry.ts';
import { frFound } from './fr-found.ts';
import { frCards, frChoice, frHelp, frOpening, frProblem } from './fr-frame.ts';
import { frGuide } from './fr-guide.ts';
import { frHome } from './fr-home.ts';
import { frJourney } from './fr-journey.ts';
import { frMap } from './fr-map.ts';
import { frMedical } from './fr-medical.ts';
import { frReport } from './fr-report.ts';
import { frResults } from './fr-results.ts';
import { frRules } from './fr-rules.ts';
import { frScenario } from './fr-scenario.ts';
import { frSlots } from './fr-slots.ts';
import { frTransport } from './fr-transport.ts';
import { frWorkspace } from './fr-workspace.ts';

export const fr = {
  ...frBase,
  help: frHelp,
  problem: frProblem,
  opening: frOpening,
  cards: frCards,
  choice: frChoice,
  found: frFound,
  home: frHome,
  results: frResults,
  entry: frEntry,
  journey: frJourney,
  rules: frRules,
  transport: frTransport,
  guide: frGuide,
  about: frAbout,
  report: frReport,
  map: frMap,
  medical: frMedical,
  slots: frSlots,
  account: frAccount,
  workspace: frWorkspace,
  editor: frEditor,
  access: frAccess,
  scenario: frScenario,
};

export type Dictionary = typeof fr;
