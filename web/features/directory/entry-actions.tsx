// Keep this page, give it to somebody, or say that it is wrong.

import { createSignal, Show } from 'solid-js';
import { Named } from '#web/lib/named.tsx';
import { usePage } from '#web/lib/page-context.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { PageCode } from '#web/ui/page-code.tsx';
import { QuickReport } from '#web/ui/quick-report.tsx';
import type { EntryData } from './entry-data.ts';

/** What is most often wrong on the page of an entry: one tap each. */
const QUICK_REASONS = ['phone', 'hours', 'address', 'gone', 'new_patients'] as const;

export function EntryActions(props: { data: EntryData }) {
  const { text, link } = usePage();
  const words = text.entry.actions;
  const [copied, setCopied] = createSignal(false);
  const id = () => encodeURIComponent(props.data.entry.id);
  const path = () =>
    `/fiche/${id()}${props.data.from === null ? '' : `?depart=${props.data.from.key}`}`;

  /** New patients mean something for people who treat, not for an office. */
  const reasons = () =>
    QUICK_REASONS.filter(
      (reason) => reason !== 'new_patients' || props.data.entry.kind === 'practice',
    );

  async function share() {
    const url = new URL(link(path()), location.href).href;
    try {
      if ('share' in navigator) await navigator.share({ title: props.data.entry.name, url });
      else {
        await (navigator as Navigator).clipboard.writeText(url);
        setCopied(true);
      }
    } catch {
      // The person closed the sheet: nothing to say.
    }
  }

  return (
    <section class="entry-actions">
      <div class="no-print">
        <h2>{words.heading}</h2>
        <div class="actions">
          <LinkButton href={`/api/directory/${id()}/card.vcf`} icon="person">
            {words.vcard}
          </LinkButton>
          <Button look="quiet" icon="print" class="needs-script" onClick={() => print()}>
            {words.print}
          </Button>
          <Button look="quiet" icon="share" class="needs-script" onClick={() => void share()}>
            {words.share}
          </Button>
        </div>
        <p class="soft" role="status">
          {copied() ? `${words.copied} ` : ''}
          <Show when={props.data.from} fallback={words.shareTell}>
            {(from) => <Named said={words.shareTellFrom(from().name)} names={[from().name]} />}
          </Show>
        </p>
        <QuickReport
          action={link('/signaler')}
          subject={{ name: 'fiche', id: props.data.entry.id }}
          reasons={reasons()}
          words={text.report}
        />
      </div>
      <PageCode path={link(`/fiche/${id()}`)} label={text.common.pageCode} />
    </section>
  );
}
