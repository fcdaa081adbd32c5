// Keep the page of an offer, put it on a wall, or say that it is wrong.

import type { Offer } from '#domain/transport/offer.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { PageCode } from '#web/ui/page-code.tsx';
import { QuickReport } from '#web/ui/quick-report.tsx';

/** What is most often wrong on the page of an offer: one press each. */
const QUICK_REASONS = ['phone', 'hours', 'price', 'rule', 'gone'] as const;

export function OfferActions(props: { offer: Offer }) {
  const { text, link } = usePage();
  const words = text.transport;
  const path = () => `/transports/${encodeURIComponent(props.offer.id)}`;
  return (
    <>
      <PageCode path={link(path())} label={text.common.pageCode} />
      <div class="actions no-print">
        <Button look="quiet" icon="print" class="needs-script" onClick={() => print()}>
          {words.print}
        </Button>
        <LinkButton href={link(`${path()}/affiche`)} icon="print">
          {words.flyer.make}
        </LinkButton>
      </div>
      <QuickReport
        action={link('/signaler')}
        subject={{ name: 'offre', id: props.offer.id }}
        reasons={QUICK_REASONS}
        words={text.report}
      />
    </>
  );
}
