// Each of the thirteen associations as the document its manager would have written.

import type { OfferDocument } from '#domain/transport/offer-document.ts';
import { documentOf } from '#seeds/demo/write/write-demo-workspaces.ts';
import { bookingRule, provenance } from './drawn.ts';
import { SCHEMES, type Scheme } from './drawn-schemes.ts';

/** Where nobody published how long ahead one books, the manager says the day before. */
function documentOfScheme(scheme: Scheme): OfferDocument {
  const { like, name, pattern, fares, eligibility, purposes, conditions } = scheme;
  return documentOf({
    id: like,
    kind: 'volunteer',
    name,
    summary: 'Des bénévoles vous conduisent.',
    status: 'active',
    statusNote: null,
    provider: {
      id: `association-${like}`,
      name,
      kind: 'association',
      phone: null,
      email: null,
      url: null,
      address: null,
    },
    organizer: null,
    territoryCodes: ['vallee'],
    phone: null,
    email: null,
    url: null,
    patterns: [{ ...pattern, id: `${like}-1` }],
    booking: scheme.booking ?? bookingRule(),
    fares,
    eligibility,
    accommodations: [],
    purposes: { allowed: purposes, denied: [] },
    conditions,
    places: [],
    needIds: [],
    feedId: null,
    provenance,
    sourceIds: [provenance.sourceId],
  });
}

export const SCHEME_DOCUMENTS: readonly OfferDocument[] = SCHEMES.map(documentOfScheme);
