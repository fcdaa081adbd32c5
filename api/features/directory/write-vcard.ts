// An entry as a contact for a phone: vCard 3.0 (RFC 2426), which every phone reads.

import type { EntryDetail } from '#domain/directory/directory.ts';

const MAX_LINE_BYTES = 75;

/** `pageUrl`: where the entry is read in full. Lines end in CRLF and are folded at 75 bytes. */
export function writeVcard(entry: EntryDetail, pageUrl: string): string {
  const { address } = entry;
  const street = [address.complement, address.street].filter((part) => part !== null).join(', ');
  const email = entry.contacts.find((contact) => contact.kind === 'email');
  const numbers = [
    ...(entry.phone === null ? [] : [entry.phone.dial]),
    ...entry.contacts.flatMap(({ phone }) => (phone === null ? [] : [phone.dial])),
  ];
  const organization = entry.organizationName ?? entry.placeName ?? entry.name;
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `UID:${escapeText(entry.id)}`,
    `FN:${escapeText(entry.name)}`,
    `N:${escapeText(entry.name)};;;;`,
    `ORG:${escapeText(organization)}`,
    `TITLE:${escapeText(entry.title)}`,
    ...[...new Set(numbers)].map((dial) => `TEL;TYPE=WORK,VOICE:${dial}`),
    ...(email === undefined ? [] : [`EMAIL;TYPE=INTERNET:${escapeText(email.value)}`]),
    `ADR;TYPE=WORK:;;${escapeText(street)};${escapeText(address.city)};;${escapeText(address.postcode ?? '')};France`,
    ...(entry.point === null || entry.pointPrecision === 'commune'
      ? []
      : [`GEO:${entry.point[1]};${entry.point[0]}`]),
    `URL:${pageUrl}`,
    ...(entry.demonstration ? [`NOTE:${escapeText('Fiche de démonstration : inventée.')}`] : []),
    'END:VCARD',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

function escapeText(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(',', '\\,')
    .replaceAll(';', '\\;');
}

/** A folded line goes on after CRLF and a space; a letter of several bytes is never cut. */
function foldLine(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    const room = pieces.length === 0 ? MAX_LINE_BYTES : MAX_LINE_BYTES - 1;
    if (bytes + size > room) {
      pieces.push(piece);
      piece = '';
      bytes = 0;
    }
    piece += character;
    bytes += size;
  }
  return [...pieces, piece].join('\r\n ');
}
