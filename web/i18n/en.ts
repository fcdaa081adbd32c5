// Every sentence a resident reads, in English, section by section.

import { enAbout } from './en-about.ts';
import { enAccess } from './en-access.ts';
import { enAccount } from './en-account.ts';
import { enBase } from './en-base.ts';
import { enEditor } from './en-editor.ts';
import { enEntry } from './en-entry.ts';
import { enFound } from './en-found.ts';
import { enCards, enChoice, enHelp, enOpening, enProblem } from './en-frame.ts';
import { enGuide } from './en-guide.ts';
import { enHome } from './en-home.ts';
import { enJourney } from './en-journey.ts';
import { enMap } from './en-map.ts';
import { enMedical } from './en-medical.ts';
import { enReport } from './en-report.ts';
import { enResults } from './en-results.ts';
import { enRules } from './en-rules.ts';
import { enScenario } from './en-scenario.ts';
import { enSlots } from './en-slots.ts';
import { enTransport } from './en-transport.ts';
import { enWorkspace } from './en-workspace.ts';
import type { Dictionary } from './fr.ts';

export const en = {
  ...enBase,
  help: enHelp,
  problem: enProblem,
  opening: enOpening,
  cards: enCards,
  choice: enChoice,
  found: enFound,
  home: enHome,
  results: enResults,
  entry: enEntry,
  journey: enJourney,
  rules: enRules,
  transport: enTransport,
  guide: enGuide,
  about: enAbout,
  report: enReport,
  map: enMap,
  medical: enMedical,
  slots: enSlots,
  account: enAccount,
  workspace: enWorkspace,
  editor: enEditor,
  access: enAccess,
  scenario: enScenario,
} satisfies Dictionary;
