// How English says the last step of the editor: what is to mend, what changes, and the publication.

import { enChanges } from './en-changes.ts';
import { enFormat as f } from './en-format.ts';
import { enNotices } from './en-notices.ts';
import type { frEditorPublish } from './fr-editor-publish.ts';

export const enEditorPublish = {
  notices: enNotices,
  changes: enChanges,
  checking: 'Checking the offer…',
  unreachable: 'The check did not come through. What you wrote is kept.',
  again: 'Try again',
  ready: 'All is in order.',
  readyWith: (count: number): string =>
    count === 1
      ? 'The offer can be published. One point is worth a look.'
      : `The offer can be published. ${count} points are worth a look.`,
  notReady: (count: number): string =>
    count === 1 ? 'One point is left to mend.' : `${count} points are left to mend.`,
  mend: (step: string): string => `Go to “${step}”`,
  mendThis: (sentence: string, step: string): string => `${sentence} Go to “${step}”`,
  law: 'Law:',
  code: 'Check code:',
  whatChanges: 'What changes for residents',
  first: 'This offer was never published: residents will see it for the first time.',
  sinceVersion: (number: number): string => `Compared with version ${number}, in use.`,
  nothingToPublish: 'Nothing has changed since the version in use.',
  nothingToPublishHint: 'Change a step: it will be here to publish.',
  note: 'In two words, what changes',
  noteHint: 'For your team. Residents do not read it.',
  when: 'When?',
  now: 'At once',
  nowHint: 'Residents see it within two seconds.',
  later: 'Later',
  laterHint: 'On the day and at the hour you choose.',
  laterDay: 'The day',
  laterHour: 'At what time',
  laterPast: 'Choose a day and an hour to come.',
  publish: 'Publish now',
  schedule: 'Plan the publication',
  publishing: 'Publishing…',
  published: 'Published. Residents see it now.',
  publishedNext: 'You can go back to an earlier version at any time.',
  scheduled: (date: string, minute: number): string =>
    `Noted: publication on ${f.date(date)} at ${f.hour(minute)}.`,
  planned: (date: string, minute: number): string =>
    `A publication is planned already on ${f.date(date)} at ${f.hour(minute)}.`,
  cancelPlanned: 'Cancel this publication',
  cancelled: 'The planned publication is cancelled. Its content is a draft again.',
  discard: 'Give up my changes',
  discardWhy: 'The offer goes back to what residents read today. This is final.',
  discardSure: 'Yes, give everything up',
  discarded: 'Your changes were given up.',
  refused: 'It was not published. Nothing is lost: look above, then try again.',
  stale: 'Somebody else changed this offer just now. Read it again, then publish.',
  mayNot: 'Your role lets you prepare, not publish.',
  mayNotHow: 'Your work is saved. These people can publish:',
  mayNotNobody: 'Ask the person who runs the space.',
  seePublic: 'See the page residents read',
  versions: 'All versions',
  backToOffers: 'Back to the offers',
  merge: {
    title: 'This offer changed while you were writing',
    why: 'Somebody of your organization saved it before you, and you both changed what follows. The rest is already brought together: nothing is lost. Choose what goes on.',
    same: 'You wrote the same: there is nothing to choose.',
    mine: (said: string): string => `You: ${said}`,
    theirs: (said: string): string => `The other person: ${said}`,
    both: 'Keep both',
    before: (said: string): string => `Before: ${said}`,
    choose: (field: string): string => `What to keep for “${field}”?`,
    allMine: 'Mine everywhere',
    allTheirs: 'The other’s everywhere',
    go: 'Go on with these choices',
    chosen: (mine: number, theirs: number, both: number): string =>
      `${mine} of yours, ${theirs} of the other person${both > 0 ? `, ${both} kept twice` : ''}.`,
    brought: (count: number): string =>
      count === 1
        ? 'Somebody of your organization changed this offer too: their change is taken, yours is kept.'
        : `Somebody of your organization changed this offer too: their ${count} changes are taken, yours are kept.`,
    broughtWhat: 'What was taken',
    broughtOne: (field: string, before: string, after: string): string =>
      `${field}: “${before}” becomes “${after}”`,
  },
} satisfies typeof frEditorPublish;
