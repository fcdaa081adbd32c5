// What the report of the observatory says in English.

import { enFormat as f } from '#web/i18n/en-format.ts';
import type { Dictionary } from '#web/i18n/fr.ts';

export const enScenarioReport: Dictionary['scenario']['report'] = {
  head: (territory) => `Report on access to care, ${territory}`,
  title: (territory) => `Access to care: ${territory}`,
  lead: 'To read, to print and to show: maps, figures, method and dates.',
  print: 'Save as PDF or print',
  printHow:
    'The window of printing opens. For a PDF file, choose “Save as PDF” in place of the printer.',
  essentials: {
    title: 'What matters most',
    who: (communes, people, older) =>
      `${f.number(communes)} communes, ${people} people, of whom ${older} aged 75 or more.`,
    computed: (date) => `Figures computed ${f.onDate(date)}.`,
    poles: (count) =>
      count < 2
        ? 'One commune has four of the five kinds of everyday care: one more profession would make it complete.'
        : `${f.number(count)} communes have four of the five kinds of everyday care: one more profession would make them complete.`,
    careTitle: 'Before you quote these figures',
    care: [
      'They are estimates. They tell of supply and distance, not of waiting times, nor of whether a doctor takes new patients.',
      'The ministry of Health publishes its own figures for GPs: the annex sets them beside ours. They differ, and the method says why.',
      '“Fragile”: a small error in times or supply would move the commune across the threshold. Do not quote it alone.',
    ],
  },
  onAverage: (what) => `${what}, on average:`,
  contour: (threshold) => `Thick line: below the threshold of ${threshold}.`,
  published: (year) => `Ministry of Health, ${year}`,
  images: 'Maps (PNG)',
  try: 'Try a scenario',
  described: 'Each commune has the colour of its value. The annex gives the same as a table.',
  worst: 'The ten communes worst served',
  annex: 'Annex: all communes',
  method: 'Method',
  estimated:
    'Travel times by car are estimated from the distance, give or take a few minutes. Read values near a threshold with care.',
  licence:
    'Computed by Voisoin. Data under Licence Ouverte 2.0 (Insee, Drees, IGN, Agence du numérique en santé), timetables as their network says, roads © OpenStreetMap contributors (ODbL). This report may be reused, its sources and date being named.',
  scenarios: (profession) => `Scenarios tried: ${profession}`,
};
