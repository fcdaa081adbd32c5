// How English says where an offer works: ways of working, zones, points.

import type { AreaFault } from '#domain/transport/area-recipe.ts';
import { enFormat as f } from './en-format.ts';
import type { frEditorWhere } from './fr-editor-where.ts';

const counted = (count: number, one: string, many: string) =>
  `${f.number(count)} ${count === 1 ? one : many}`;

const FAULTS: Record<AreaFault['code'], (value: string) => string> = {
  unknown_commune: (value) => `The commune ${value} is not known.`,
  former_commune: (value) => `This commune changed its name: ${value}.`,
  unknown_epci: (value) => `The communes of the community ${value} are not known.`,
  no_outline: (value) =>
    `The outline of the commune ${value} is not known: choose it without a distance or a drawing.`,
  crossed_drawing: (value) =>
    `The line of a drawing crosses itself, near ${value}. Move one of its corners.`,
  nothing_chosen: () => 'Nothing is chosen yet.',
  nothing_left: () => 'Nothing is left of the zone: all of it was taken away.',
  too_wide: () => 'The line of this zone is too long: choose communes instead.',
};

export const enEditorWhere = {
  none: 'Say first how you work: add a way of working.',
  intro: 'A way of working is a rule and a zone. Most services have only one.',
  pattern: (number: number): string => `Way of working ${number}`,
  addPattern: 'Add a way of working',
  removePattern: (number: number): string => `Remove way of working ${number}`,
  rule: 'Which trips do you make?',
  rules: {
    within: { label: 'Inside a zone', hint: 'Start and end are in the same zone.' },
    from_to: { label: 'From a zone to another', hint: 'Such as to a hospital or a station.' },
    starts_in: { label: 'Starting in a zone', hint: 'From home to anywhere.' },
    ends_in: { label: 'To a zone', hint: 'From anywhere.' },
    starts_or_ends_in: {
      label: 'Starting or ending in a zone',
      hint: 'One end in the zone is enough.',
    },
  },
  bothWays: 'Both ways',
  pickup: 'Where do you pick people up?',
  pickups: {
    door: { label: 'At their door', hint: 'You come to them.' },
    stop: { label: 'At a stop', hint: 'They come to a stop or an agreed place.' },
  },
  roundTrip: 'There and back',
  roundTrips: {
    required: 'Always together',
    allowed: 'One way, or there and back',
    forbidden: 'One way only',
  },
  waits: 'The driver waits during the appointment',
  waitMax: 'How long at most, in minutes',
  minKm: 'Shortest distance, in km',
  minKmHint: 'Shorter trips are not made.',
  maxKm: 'Longest distance, in km',
  maxKmHint: 'One way, by road.',
  feeder: 'Do you also drive to trains and coaches?',
  feeders: {
    no: { label: 'No', hint: 'Trips go door to door.' },
    yes: { label: 'Yes, also', hint: 'Besides the other trips.' },
    only: { label: 'Yes, and only that', hint: 'To take the train or the coach.' },
  },
  feederAll: 'To every stop of the zone',
  feederStops: 'The stations and stops for connections',
  zones: {
    within: 'The zone',
    from_to: 'From where',
    starts_in: 'The zone of departure',
    ends_in: 'The zone of arrival',
    starts_or_ends_in: 'The zone',
  },
  destination: 'To where',
  edit: 'Change this zone',
  editOf: (zone: string, number: number): string =>
    `Change this zone: ${zone}, way of working ${number}`,
  done: 'Done',
  nowhere: 'Nothing is chosen yet.',
  kind: 'How is it described?',
  kinds: {
    zone: { label: 'Communes or a drawing', hint: 'Tick, paste a list or draw.' },
    points: { label: 'Precise places', hint: 'Stops, a station, a hospital.' },
    everywhere: { label: 'Everywhere', hint: 'Without limit.' },
    unknown: { label: 'Not said yet', hint: 'People will have to ask.' },
  },
  name: 'What residents will read',
  nameHint: 'We propose a sentence; you may write another.',
  useProposal: (proposal: string): string => `Use: “${proposal}”`,
  communes: {
    legend: 'The communes',
    group: (name: string, ticked: number, all: number): string =>
      `${name}: ${f.number(ticked)} of ${f.number(all)}`,
    whole: 'Tick all',
    wholeHint: 'The whole community, even when its communes change.',
    others: 'Other communes',
    add: 'Add a commune by its name',
    addHint: 'Outside your territory too.',
    paste: 'Paste a list',
    pasteLabel: 'Your list of communes',
    pasteHint: 'Names or Insee codes, separated by commas or one a line.',
    pasteAdd: 'Tick these communes',
    pasted: (count: number): string =>
      `${counted(count, 'commune read and ticked', 'communes read and ticked')}.`,
    unread: (names: readonly string[]): string => `Not recognised: ${names.join(', ')}.`,
  },
  around: 'And around these communes, in km',
  aroundHint: 'Such as 5: the zone goes 5 km further.',
  drawings: {
    legend: 'The drawings',
    hint: 'For a zone that does not follow communes. On the map, or corner by corner.',
    open: 'Draw on the map',
    close: 'Close the map',
    drawing: (number: number): string => `Drawing ${number}`,
    name: 'Its name',
    corners: 'Its corners',
    cornersHint: 'One corner a line, latitude then longitude: 45.27110, 0.16890',
    holes: (count: number): string => `${counted(count, 'hole', 'holes')} inside, kept.`,
    unread: (row: number): string =>
      `Line ${row}: write a latitude and a longitude, such as 45.2711, 0.1689.`,
    tooFew: 'At least three corners are needed.',
    addCorner: 'Add a corner at an address or a commune',
    byCorners: 'Draw corner by corner, without the map',
    addDrawing: 'Add this drawing',
    newDrawing: 'New drawing',
  },
  minus: 'Take a part away',
  minusHint: 'What you choose here is not in the zone.',
  figures: {
    label: 'What the zone covers',
    waiting: 'Being computed…',
    offline: 'No network: the zone will be computed later. Your choice is kept.',
    retry: 'Compute now',
    said: (count: {
      communes: number;
      parts: number;
      people: number;
      elders: number;
      eldersPartly: boolean;
      care: number;
      isEstimate: boolean;
    }): string => {
      const about = count.isEstimate ? 'about ' : '';
      const parts = count.parts === 0 ? '' : ` (${f.number(count.parts)} of them in part)`;
      const least = count.eldersPartly ? 'at least ' : '';
      return [
        `${counted(count.communes, 'commune', 'communes')}${parts}`,
        `${about}${counted(count.people, 'inhabitant', 'inhabitants')}, ${least}${f.number(count.elders)} of them 75 or older`,
        `${counted(count.care, 'place of care', 'places of care')}.`,
      ].join(', ');
    },
    year: (year: number): string => `Population of ${year}.`,
    list: 'The communes covered',
    part: (name: string): string => `${name} (in part)`,
    fault: (code: AreaFault['code'], value: string): string => FAULTS[code](value),
    refused: 'The zone could not be computed.',
  },
  points: {
    legend: 'The places',
    item: (number: number): string => `Place ${number}`,
    name: 'Its name',
    where: 'Address or commune',
    position: 'Position',
    positionHint: 'Latitude then longitude: 45.27110, 0.16890',
    positionUnread: 'Write a latitude and a longitude, such as 45.2711, 0.1689.',
    radius: 'Up to how many metres around',
    add: 'Add a place',
    addHint: 'Write an address or a commune, or choose on the map.',
    map: 'Choose on the map',
    closeMap: 'Close the map',
    newPoint: 'New place',
  },
  counters: {
    legend: 'Where is the vehicle fetched?',
    hint: 'People fetch it there and bring it back there. Without a place, they will be told to ask.',
    address: 'Its address',
  },
  map: {
    title: 'Map of the zone',
    draw: 'Draw',
    move: 'Move corners',
    drawHelp: 'Touch the map at each corner, then the first one to finish. Escape to give up.',
    moveHelp: 'Touch a drawing, then drag its corners.',
    corner: 'Corner at the centre',
    finish: 'Finish the drawing',
    pick: 'Place at the centre',
    pickHelp: 'Touch the map, or bring the place to the centre, then “Place at the centre”.',
    cornerSaid: (number: number): string => `Corner ${number} set.`,
    drawnSaid: 'Drawing added to the list.',
    pickedSaid: 'Place added to the list.',
  },
} satisfies typeof frEditorWhere;
