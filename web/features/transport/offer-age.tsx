// The date and the source of a fact of an offer, and whether it is to be confirmed.

import { freshnessOf } from '#domain/directory/freshness.ts';
import type { FactKind, Provenance } from '#domain/provenance.ts';
import { localMoment } from '#web/lib/format.ts';
import { usePage } from '#web/lib/page-context.ts';
import type { SourceNames } from '#web/lib/source-names.ts';
import { FactAge } from '#web/ui/fact-age.tsx';

export type OfferAgeProps = {
  provenance: Provenance;
  kind: FactKind;
  sources: SourceNames;
  withLink?: boolean;
  /** The words « à confirmer » stand already beside it. */
  warned?: boolean;
};

export function OfferAge(props: OfferAgeProps) {
  const { text, format, nowMs, dataLang } = usePage();
  const age = () => {
    const { confirmedOn, asOf } = props.provenance;
    if (confirmedOn !== null) return text.common.factConfirmed(format.factDate(confirmedOn));
    return asOf === null ? text.common.factUndated : text.common.factDated(format.factDate(asOf));
  };
  const toConfirm = () =>
    freshnessOf(props.provenance, props.kind, localMoment(nowMs).date) === 'to_confirm';
  const source = () => props.sources[props.provenance.sourceId];
  return (
    <FactAge
      age={age()}
      source={source()?.name ?? text.common.unknownSource}
      sourceLang={source() === undefined ? undefined : dataLang}
      sourceUrl={props.withLink === true ? (source()?.url ?? undefined) : undefined}
      toConfirm={toConfirm() && props.warned !== true ? text.common.toConfirm : undefined}
    />
  );
}
