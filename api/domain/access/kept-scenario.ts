// What does an organization keep of what it tries, and of what it was told?

import type { PartialDate } from '#domain/provenance.ts';
import type { ScenarioChange } from './scenario-change.ts';

/** `etag` names the state that was read. */
export type KeptScenario = {
  id: string;
  name: string;
  territoryCode: string;
  changes: readonly ScenarioChange[];
  /** Fingerprint of the data it was tried on. */
  vintage: string;
  updatedAt: string;
  etag: string;
};

/** A departure a practitioner announced. Names are null once the directory knows them no more. */
export type KeptDeparture = {
  entryId: string;
  entryName: string | null;
  communeName: string | null;
  /** A year, a month or a day. */
  leavesOn: PartialDate;
  note: string | null;
  notedBy: string | null;
  notedAt: string;
  etag: string;
};
