// Does every notice lead to the field it is mended in, on the step that holds it?

import { cleanup, fireEvent, render } from '@solidjs/testing-library';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { checkOffer } from '#domain/transport/check-offer.ts';
import type { OfferDocument } from '#domain/transport/offer-document.ts';
import type { NoticeCode, OfferNotice } from '#domain/transport/offer-notice.ts';
import { GROUND } from '#tests/domain/transport/drawn-offers.ts';
import { FAULTY_OFFERS } from '#tests/domain/transport/faulty-offers.ts';
import { workspacePage } from '#tests/web/workspace-page.ts';
import { EditorContent } from '#web/features/workspace/editor-content.tsx';
import type { Step } from '#web/features/workspace/editor-steps.ts';
import { NoticeList } from '#web/features/workspace/notice-list.tsx';
import { fieldSelectors, findField } from '#web/features/workspace/show-step.ts';
import { fr } from '#web/i18n/fr.ts';
import { PageContext } from '#web/lib/page-context.ts';

/** The step, and the name of the field in it; null: nothing is written there, the step is shown. */
const PLACES: Readonly<Record<NoticeCode, readonly [step: Step, name: string | null][]>> = {
  missing_required_field: [['quoi', 'name']],
  missing_recommended_field: [['quoi', 'summary']],
  missing_pickup_drop_off_booking_rule_id: [['reserver', 'needed']],
  invalid_pickup_drop_off_window: [['quand', 'pattern-0-hours-0-from']],
  service_has_no_active_day_of_the_week: [['quand', 'pattern-0-day-1']],
  start_and_end_range_out_of_order: [['quand', 'pattern-0-ends']],
  expired_calendar: [['quand', 'pattern-0-ends']],
  prior_notice_last_day_after_start_day: [
    ['reserver', 'opens-days-before'],
    ['reserver', 'opens-days-before'],
  ],
  invalid_prior_notice_duration_min: [['reserver', 'hours-before']],
  forbidden_prior_notice_start_day: [['reserver', 'notice']],
  forbidden_prior_notice_start_time: [['reserver', 'opens-days-before']],
  foreign_key_violation: [
    ['qui', 'need-sorcier'],
    ['quoi', null],
    ['combien', 'fare-0-zone-0'],
    ['quand', 'trip-1-calendar'],
    ['quand', 'row-0-0-remove'],
  ],
  duplicate_key: [['combien', 'fare-0-zone-1']],
  invalid_phone_number: [
    ['quoi', 'phone'],
    ['reserver', 'booking-phone'],
  ],
  invalid_email: [
    ['quoi', 'email'],
    ['reserver', 'booking-email'],
  ],
  invalid_url: [
    ['quoi', 'url'],
    ['reserver', 'booking-url'],
  ],
  stop_time_with_arrival_before_previous_departure_time: [
    ['quand', 'trip-1-call-1'],
    ['quand', 'trip-1-call-2'],
  ],
  fast_travel_between_consecutive_stops: [['quand', 'trip-1-call-1']],
  unusable_trip: [
    ['quand', 'trip-1-call-0'],
    ['quand', 'trip-1-call-0'],
  ],
  no_area: [
    ['ou', 'pattern-0-origin-kind'],
    ['ou', 'pattern-0-rule'],
  ],
  unknown_area: [
    ['ou', 'pattern-0-origin-kind'],
    ['ou', 'pattern-0-destination-kind'],
  ],
  no_way_of_working: [['ou', 'pattern-add']],
  no_way_to_book: [
    ['reserver', 'needed'],
    ['reserver', 'booking-phone'],
    ['reserver', 'booking-phone'],
    ['reserver', 'booking-email'],
    ['reserver', 'booking-url'],
  ],
  windows_overlap: [['quand', 'pattern-0-hours-1-from']],
  never_runs: [['quand', 'pattern-0-day-1']],
  school_calendar_unknown: [['quand', 'pattern-0-zone']],
  line_hours_reversed: [['reserver', 'line-1-0-from']],
  line_never_open: [['reserver', 'line-known']],
  line_hours_unknown: [['reserver', 'line-known']],
  unknown_price: [['combien', 'fare-kind']],
  price_range_reversed: [
    ['combien', 'fare-0-cents'],
    ['combien', 'fare-0-km'],
    ['combien', 'fare-1-max'],
  ],
  distance_range_reversed: [
    ['ou', 'pattern-0-max-km'],
    ['combien', 'fare-0-from-km'],
    ['combien', 'fare-0-from-km'],
  ],
  no_timetable: [['quand', 'timetable-begin']],
  foreign_territory: [['quoi', null]],
  social_transport_distance: [['ou', 'pattern-0-max-km']],
  social_transport_distance_open: [['ou', 'pattern-0-max-km']],
  social_transport_price: [
    ['combien', 'fare-0-km'],
    ['combien', 'fare-0-km'],
  ],
  social_transport_beneficiaries: [['qui', 'everybody']],
  social_transport_association: [['quoi', 'kind']],
};

const CASES = Object.entries(FAULTY_OFFERS).flatMap(([code, documents]) =>
  documents.map((document, rank) => [code as NoticeCode, rank, document] as const),
);

beforeEach(() => localStorage.clear());
afterEach(() => cleanup());

function show(document: OfferDocument, step: Step): HTMLElement {
  const { state } = workspacePage({});
  const ground = {
    workspace: { id: 'mosc', name: 'MOSC' },
    role: 'editor' as const,
    communes: [],
    epcis: [],
    needs: [{ id: 'dentiste', label: { fr: 'Dentiste' } }],
  };
  const draft = { document, revision: 1 };
  const data = { workspaceId: 'mosc', offerId: 'o', step, draft, ground };
  return render(() => (
    <PageContext.Provider value={state}>
      <EditorContent data={data} />
    </PageContext.Provider>
  )).container;
}

function noticeOf(code: NoticeCode, document: OfferDocument): OfferNotice {
  const found = checkOffer(document, GROUND).find((notice) => notice.code === code);
  if (found === undefined) throw new Error(`No check gives ${code}`);
  return found;
}

describe('the place to mend', () => {
  test.each(CASES)('%s (%i) is a field of its step, or the step itself', (code, rank, document) => {
    const notice = noticeOf(code, document);
    const [step, name] = PLACES[code][rank] ?? ['publier', null];
    expect(notice.step).toBe(step);
    const field = findField(show(document, notice.step), fieldSelectors(notice));
    expect(field?.getAttribute('name') ?? null).toBe(name);
  });

  test('behind a closed end, or in the other direction, is opened', () => {
    const [origin] = FAULTY_OFFERS.unknown_area;
    const where = show(origin as OfferDocument, 'ou');
    expect(where.querySelector('[name="pattern-0-origin-kind"]')).toBeNull();
    findField(where, ['[name^="pattern-0-origin-kind"]', '[name^="pattern-0-origin-edit"]']);
    expect(where.querySelector('[name="pattern-0-origin-kind"]')).not.toBeNull();
    cleanup();
    const back = FAULTY_OFFERS.stop_time_with_arrival_before_previous_departure_time[1];
    const when = show(back as OfferDocument, 'quand');
    expect(when.querySelector('[name="trip-1-call-2"]')).toBeNull();
    const field = findField(when, ['[name^="trip-1-call-2"]', '[name^="direction"]']);
    expect((field as HTMLInputElement).value).toBe('7:40');
  });
});

test('a notice is followed to its field, and shows its code', async () => {
  const document = FAULTY_OFFERS.social_transport_distance[0] as OfferDocument;
  const notice = noticeOf('social_transport_distance', document);
  const container = show(document, 'quoi');
  const { state } = workspacePage({});
  const list = render(() => (
    <PageContext.Provider value={state}>
      <NoticeList notices={[notice]} path="/espace/mosc/o" />
    </PageContext.Provider>
  ));
  expect(list.getByText('social_transport_distance').tagName).toBe('CODE');
  fireEvent.click(list.getByRole('link', { name: /Aller à/ }));
  expect(container.querySelector('#step-title')?.textContent).toBe(fr.editor.steps.ou.question);
  await vi.waitFor(() =>
    expect(globalThis.document.activeElement?.getAttribute('name')).toBe('pattern-0-max-km'),
  );
});
