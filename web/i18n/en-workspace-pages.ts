// How English says the pages of an organization's space: its offers, their versions, its history.

import type { OfferStatus } from '#domain/transport/offer.ts';
import { enFormat as f } from '#web/i18n/en-format.ts';
import type { frWorkspacePages } from '#web/i18n/fr-workspace-pages.ts';

const STATES: Record<OfferStatus | 'not_published' | 'withdrawn' | 'archived', string> = {
  active: 'Published',
  to_confirm: 'To confirm',
  to_document: 'To document',
  suspended: 'Interrupted',
  historic: 'Historic',
  not_published: 'Draft',
  withdrawn: 'Withdrawn',
  archived: 'Put away',
};

const STRAIGHT = {
  combien: 'the price',
  quand: 'the days and hours',
  ou: 'the area',
  reserver: 'the booking',
};

const ACTIONS: Readonly<Record<string, string>> = {
  'offer.created': 'began the offer',
  'draft.draft_saved': 'changed the draft',
  'draft.draft_discarded': 'gave a draft up',
  'offer.published': 'published',
  'offer.restored': 'put an earlier version back',
  'offer.scheduled': 'planned a publication',
  'offer.schedule_cancelled': 'cancelled a planned publication',
  'offer.withdrawn': 'withdrew the offer from the site',
  'offer.suspended': 'interrupted the service',
  'offer.resumed': 'put the service back',
  'offer.verified': 'said: still true',
  'offer.review_changed': 'changed how often it is reviewed',
  'offer.archived': 'put the offer away',
  'offer.unarchived': 'took the offer out',
  'case.created': 'added a case to try',
  'case.changed': 'changed a case to try',
  'case.removed': 'removed a case to try',
  'invitation.invited': 'invited somebody',
  'invitation.revoked': 'took an invitation back',
  'member.role_changed': 'changed a role',
  'member.removed': 'took somebody out of the team',
  'member.joined': 'joined the team',
  'workspace.created': 'opened the space',
  'workspace.reminded': 'sent a reminder of the offers to check',
  'workspace.reminder_failed': 'could not send the reminder',
  'report.reviewed': 'answered a report',
  'overlay.created': 'said something of a line',
  'overlay.changed': 'changed what is said of a line',
  'overlay.removed': 'took away what was said of a line',
  'trips.counted': 'counted the trips of a month',
};

const SUBJECTS: Readonly<Record<string, string>> = {
  offer: 'an offer',
  draft: 'a draft',
  case: 'a case to try',
  overlay: 'a line',
  trips: 'the count of trips',
  report: 'a report',
  member: 'the team',
  invitation: 'an invitation',
  workspace: 'the space',
};

export const enWorkspacePages = {
  nav: {
    label: 'The pages of this space',
    offers: 'Offers',
    reports: 'Reports',
    freshness: 'Freshness',
    trips: 'Trips',
    demand: 'Demand',
    observatory: 'Observatory',
    lines: 'Lines',
    files: 'Files',
    history: 'History',
    organizations: 'Organizations',
    team: 'Team',
  },
  offers: {
    title: (name: string): string => `The offers of ${name}`,
    lead: 'What residents read, kept true by you.',
    none: 'No offer yet.',
    noneNext: 'Begin the first one: a name is enough, the rest comes later.',
    due: (number: number): string =>
      number === 1 ? '1 offer to check' : `${number} offers to check`,
    dueWhy:
      'Past that date, residents read “to confirm”. Read it again, then say in one tap that all is still true.',
    drafts: (number: number): string =>
      number === 1 ? '1 draft to publish' : `${number} drafts to publish`,
    states: STATES,
    verified: (date: string, by: string | null): string =>
      `checked on ${f.factDate(date)}${by === null ? '' : ` by ${by}`}`,
    neverVerified: 'never checked',
    stillTrue: (date: string): string => `to review before ${f.factDate(date)}`,
    wasDue: (date: string): string => `to review since ${f.factDate(date)}`,
    draftOf: (date: string, by: string | null): string =>
      `draft of ${f.factDate(date)}${by === null ? '' : `, by ${by}`}`,
    planned: (date: string, minute: number): string =>
      `publication planned on ${f.date(date)} at ${f.hour(minute)}`,
    suspended: (from: string, until: string | null): string =>
      until === null
        ? `interrupted since ${f.factDate(from)}, until further notice`
        : `interrupted from ${f.factDate(from)} to ${f.factDate(until)}`,
    willSuspend: (from: string, until: string | null): string =>
      until === null
        ? `will be interrupted on ${f.factDate(from)}, until further notice`
        : `will be interrupted from ${f.factDate(from)} to ${f.factDate(until)}`,
    archivedOn: (date: string): string => `put away on ${f.factDate(date)}`,
    edit: 'Edit',
    read: 'Read again',
    finish: 'Go on with the draft',
    /** `does`: what is written on the button. */
    editOf: (does: string, name: string): string => `${does}: ${name}`,
    confirm: 'Still true',
    confirmOf: (name: string): string => `Still true: ${name}`,
    straight: 'Change only:',
    straightTo: STRAIGHT,
    straightOf: (step: keyof typeof STRAIGHT, name: string): string =>
      `Change ${STRAIGHT[step]}: ${name}`,
    more: 'Interrupt, withdraw, copy…',
    moreOf: (name: string): string => `Interrupt, withdraw, copy… (${name})`,
    versions: 'Versions',
    versionsOf: (name: string): string => `The versions of ${name}`,
    publicPage: 'Page residents read',
    suspend: {
      title: 'Interrupt the service',
      hint: 'Residents read it at once: “Service interrupted until…”.',
      from: 'From',
      until: 'To',
      untilHint: 'Empty when not known yet.',
      note: 'Why, in one sentence',
      submit: 'Interrupt',
      lift: 'Put back in service',
      liftOf: (name: string): string => `Put back in service: ${name}`,
    },
    putBack: 'Put back online',
    putBackOf: (name: string): string => `Put back online: ${name}`,
    withdraw: {
      title: 'Withdraw from the site',
      hint: 'Residents find it no more. Nothing is erased: you can put it back online.',
      open: 'Withdraw this offer…',
      reason: 'Why, in one sentence',
      reasonHint: 'Kept in the history of your space. Residents do not read it.',
      submit: 'Yes, withdraw it',
      submitOf: (name: string): string => `Yes, withdraw from the site: ${name}`,
    },
    review: {
      title: 'Review this offer',
      label: 'How often?',
      days: (days: number): string =>
        days === 365
          ? 'once a year'
          : days % 30 === 0
            ? `every ${days / 30} months`
            : `every ${days} days`,
      submit: 'Change',
    },
    copy: 'Make a copy',
    archive: 'Put this offer away',
    archiveHint: 'Residents see it no more. Its versions stay, and you can take it out again.',
    unarchive: 'Take out',
    unarchiveOf: (name: string): string => `Take out: ${name}`,
    archived: (number: number): string => `${number} ${number === 1 ? 'offer' : 'offers'} put away`,
    create: {
      title: 'New offer',
      kind: 'What kind of offer?',
      name: 'Its name',
      nameHint: 'You can change it later.',
      submit: 'Begin',
    },
    unnamed: 'Offer without a name',
    done: {
      confirmed: 'Noted: checked today. Residents no longer read “to confirm”.',
      suspended: 'Done: residents read that the service is interrupted.',
      resumed: 'The service is proposed again.',
      reviewed: 'The rhythm is changed.',
      withdrawn:
        'The offer is withdrawn: residents find it no more. “Put back online” brings it back.',
      archived: 'The offer is put away. Residents see it no more.',
      unarchived: 'The offer is out again. Publish it for residents to see it.',
    },
    failure: {
      stale: 'This offer changed meanwhile. Here it is as it stands: start over.',
      role: 'Your role does not allow this.',
      dates: 'The dates do not fit: the end comes after the beginning, and after today.',
      refused: 'This did not go through. Nothing has changed.',
    },
  },
  versions: {
    title: (name: string): string => `The versions of ${name}`,
    lead: 'Each publication is kept. You can compare, and go back.',
    none: 'This offer was never published.',
    number: (number: number): string => `Version ${number}`,
    named: (number: number): string => `version ${number}`,
    inUse: 'in use',
    planned: (date: string, minute: number): string =>
      `planned on ${f.date(date)} at ${f.hour(minute)}`,
    cancelled: 'cancelled',
    by: (date: string, minute: number, author: string | null): string =>
      `${f.factDate(date)} at ${f.hour(minute)}${author === null ? '' : `, by ${author}`}`,
    restores: (number: number): string => `takes up version ${number}`,
    noNote: 'no note',
    compare: 'Compare',
    compareFrom: 'Compare',
    compareTo: 'with',
    draft: 'the draft',
    compared: (from: string, to: string): string => `Between ${from} and ${to}`,
    seeChanges: 'What it changed',
    seeChangesOf: (number: number): string => `What version ${number} changed`,
    restore: 'Go back to this version',
    restoreOf: (number: number): string => `Go back to version ${number}`,
    restoreAsk: (number: number): string => `Publish version ${number} again?`,
    restoreWhy:
      'Residents will read it within two seconds. The other versions stay, and so does your draft.',
    restoreNote: 'In two words, why',
    restoreSure: 'Yes, put this version back',
    keep: 'No, change nothing',
    restored: (number: number): string => `Published. Residents now see version ${number}.`,
    failure: {
      stale: 'This offer changed meanwhile. Here it is as it stands: start over.',
      role: 'Your role does not allow publishing.',
      refused: 'This version can no longer be published as it is: open the offer, step “Publish”.',
    },
    editor: 'Edit the offer',
  },
  history: {
    title: 'History',
    lead: 'Who changed what, and when. Nothing is ever erased.',
    none: 'Nothing yet.',
    somebody: 'The system',
    action: (subject: string, action: string): string =>
      ACTIONS[`${subject}.${action}`] ?? `changed ${SUBJECTS[subject] ?? 'something'}`,
    at: (date: string, minute: number): string => `${f.date(date)}, ${f.hour(minute)}`,
    saves: (number: number): string => (number === 1 ? '' : `in ${number} saves`),
    version: (number: number): string => `version ${number}`,
    changes: (number: number): string =>
      number === 1 ? '1 field changed' : `${number} fields changed`,
    older: 'Older',
    newest: 'Back to the newest',
    about: 'For which offer?',
    allOffers: 'All',
    show: 'Show',
  },
} satisfies typeof frWorkspacePages;
