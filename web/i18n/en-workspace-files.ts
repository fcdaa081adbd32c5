// How English says files: what an organization takes away, what a file from elsewhere would change.

import type { frWorkspaceFiles } from './fr-workspace-files.ts';

const count = (number: number, one: string, many: string) =>
  `${number} ${number === 1 ? one : many}`;

export const enWorkspaceFiles: typeof frWorkspaceFiles = {
  title: 'Files',
  lead: 'Take your offers away, or bring some from other software. Nothing is published without you.',
  out: 'Take your offers away',
  outText:
    'One GTFS and GTFS-Flex archive with all your offers, drafts included. It can be read here again with nothing lost.',
  download: 'Download all your offers',
  publicTitle: 'The public file',
  publicText:
    'Your published offers, for the national access point and journey planners, under Licence Ouverte 2.0:',
  embedTitle: 'On your own site',
  embedText: 'Copy these lines into a page of your site: the list stays up to date there.',
  in: 'Bring a file',
  inText: 'A GTFS or GTFS-Flex .zip archive, or one downloaded here. At most 20 MB.',
  choose: 'Choose a .zip file',
  reading: 'Reading the file…',
  writing: 'Writing the drafts…',
  needsScript: 'To bring a file, JavaScript must be on in your browser.',
  found: (file: string, number: number) => `${file}: ${count(number, 'offer', 'offers')}`,
  whole: 'This file comes from here: everything is in it.',
  partial:
    'This format does not say everything: prices, conditions and help already written stay as they are.',
  ignored: (names: string) => `Files left aside: ${names}.`,
  states: { new: 'New', changed: 'Changed', unchanged: 'Unchanged', refused: 'Refused' },
  unnamed: 'Without a name',
  take: (name: string) => `Take “${name}”`,
  showChanges: (number: number) => count(number, 'change', 'changes'),
  accept: (number: number) => `Write ${count(number, 'draft', 'drafts')}, publish nothing`,
  nothing: 'Tick at least one offer.',
  cancel: 'Leave it',
  done: (number: number) =>
    `${count(number, 'draft is ready', 'drafts are ready')}: read them again, then publish.`,
  open: (name: string) => `Open “${name}”`,
  broken: 'This file has faults, nothing was taken',
  warnings: 'Good to know',
  given: (value: string) => `(“${value}”)`,
  where: (file: string, line: number | null, field: string | null) =>
    [file, line === null ? '' : `line ${line}`, field === null ? '' : `field ${field}`]
      .filter((each) => each !== '')
      .join(', '),
  failures: {
    stale: 'One of these offers changed meanwhile: send the file again.',
    too_large: 'This file is larger than 20 MB.',
    not_allowed: 'Your role does not allow bringing a file.',
    unreachable: 'The server does not answer. The file was not taken: try again.',
    busy: 'Other files are being read: try again in a minute.',
    signed_out: 'You are not signed in any more: load the page again.',
  },
};
