// The first phone and the first website of an entry, as contested fields.

import type { FieldPlace } from '#seeds/derived/claim-fields.ts';
import { PROVENANCE_COLUMNS, provenanceOf, touched } from '#seeds/derived/claim-sql.ts';

/** Per kind: the value of a claim out of the row, and the columns of the row out of a claim. */
const KINDS = {
  phone: {
    value: "r.phone || jsonb_build_object('label', r.label)",
    shape: `case when s.value ->> 'dial' is not null then jsonb_build_object('display', s.value ->> 'display',
      'dial', s.value ->> 'dial', 'kind', coalesce(s.value ->> 'kind', 'main'), 'label', s.value ->> 'label') end`,
    matches: "s.value - 'label' = w.value - 'label'",
    text: "d.value ->> 'display'",
    phone: "d.value - 'label'",
    label: "d.value ->> 'label'",
  },
  website: {
    value: 'to_jsonb(r.value)',
    shape: "to_jsonb(nullif(trim(s.value #>> '{}'), ''))",
    matches: 's.value = w.value',
    text: "d.value #>> '{}'",
    phone: 'null::jsonb',
    label: 'null::text',
  },
} as const;

export function contactField(kind: keyof typeof KINDS): FieldPlace {
  const { value, shape, matches, text, phone, label } = KINDS[kind];
  const first = `r.kind = '${kind}' and r.position = (select min(position) from contact_point f
    where f.entry_id = r.entry_id and f.kind = '${kind}')`;
  const provenance = PROVENANCE_COLUMNS.map((column) => `${column} = d.${column}`).join(', ');
  const decided = `d.field = '${kind}' and d.entry_id = r.entry_id`;
  return {
    standing: `select distinct on (r.entry_id) r.entry_id, ${value} as value, ${provenanceOf('r')} from contact_point r
      ${touched(kind, 'r.entry_id')} where r.kind = '${kind}' order by r.entry_id, r.position`,
    shape,
    matches,
    write: [
      // Nobody speaks any more: what a source other than the entry's own had brought goes.
      `delete from contact_point r using decided_claim d where ${decided} and d.value is null and ${first}
        and r.source_id is distinct from d.owner_source_id`,
      // The same number keeps the words it had (« Secrétariat »).
      `update contact_point r set value = ${text}, phone = ${phone}, ${provenance},
          label = case when r.value = ${text} then coalesce(${label}, r.label) else ${label} end
        from decided_claim d where ${decided} and d.value is not null and ${first}
          and (r.value is distinct from ${text} or r.phone is distinct from ${phone}
            or (${provenanceOf('r')}) is distinct from (${provenanceOf('d')}))`,
      `insert into contact_point (entry_id, position, kind, label, value, phone, ${PROVENANCE_COLUMNS.join(', ')})
        select d.entry_id, coalesce((select max(position) + 1 from contact_point o where o.entry_id = d.entry_id), 0),
          '${kind}', ${label}, ${text}, ${phone}, ${provenanceOf('d')}
        from decided_claim d where d.field = '${kind}' and d.value is not null
          and not exists (select from contact_point r where r.entry_id = d.entry_id and r.kind = '${kind}')`,
      // The winner's own second copy, left where the entry's source wrote before it.
      `delete from contact_point r using decided_claim d where ${decided} and r.kind = '${kind}'
        and r.value = ${text} and r.source_id = d.source_id and not (${first})`,
    ],
  };
}
