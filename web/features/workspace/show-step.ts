// How does one go to another step of the editor, and to the field to mend, without leaving the page?

/** The first field of the page this place of the document is written in; null: the step itself. */
export function fieldSelector(field: string): string | null {
  const [root, name = '', rank = '', ofThing = ''] = field.split('.');
  if (root !== 'offer') return null;
  const fieldName = nameOf(name, rank, ofThing);
  return fieldName === null ? null : `[name^="${fieldName}"]`;
}

const OF_OFFER = new Set(['name', 'summary', 'phone', 'email', 'url', 'organizer', 'kind']);
const OF_BOOKING: Readonly<Record<string, string>> = {
  phone: 'booking-phone',
  email: 'booking-email',
  url: 'booking-url',
  channels: 'channel-',
  lineHours: 'line-known',
  notice: 'notice',
  firstTripDays: 'first-trip-days',
};
const OF_PATTERN: Readonly<Record<string, string>> = { windows: '-hours', origin: '-origin' };

function nameOf(name: string, rank: string, ofThing: string): string | null {
  if (OF_OFFER.has(name)) return name;
  if (name === 'booking') return OF_BOOKING[rank] ?? 'needed';
  if (name === 'fares') return rank === '' ? 'fare-kind' : `fare-${rank}`;
  if (name === 'patterns')
    return rank === '' ? null : `pattern-${rank}${OF_PATTERN[ofThing] ?? ''}`;
  return name === 'eligibility' ? 'everybody' : null;
}

/** The editor follows the address; a link opened elsewhere goes its way. */
export function showStep(event: MouseEvent, href: string, selector: string | null): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState(null, '', href);
  dispatchEvent(new PopStateEvent('popstate'));
  // Drawn by then: steps are part of the page.
  requestAnimationFrame(() => {
    const field = selector === null ? null : document.querySelector<HTMLElement>(selector);
    const target = field ?? document.querySelector<HTMLElement>('#step-title');
    target?.focus();
    target?.scrollIntoView({ block: 'center' });
  });
}
