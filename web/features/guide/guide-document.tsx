// The guide as a document to print: contents, one chapter per theme, an index by commune.

import { For } from 'solid-js';
import { NoHydration } from 'solid-js/web';
import { usePage } from '#web/lib/page-context.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { type GuideData, groupByCommune } from './guide-data.ts';
import { GuideLine } from './guide-line.tsx';

/** The browser keeps what the server wrote, and its build leaves this out. */
const Pages: typeof GuidePages = import.meta.env.SSR ? GuidePages : () => null;

export function GuideDocument(props: { data: GuideData }) {
  const { text, link, site } = usePage();
  const words = text.guide;
  return (
    <main id="contenu" class="page wrap guide guide-document">
      <header class="guide-cover">
        <h1>{words.wholeTitle(site?.territoryName ?? '')}</h1>
        <p class="guide-lead">{words.wholeIntro}</p>
        <div class="actions no-print">
          <Button icon="print" class="needs-script" onClick={() => print()}>
            {words.print}
          </Button>
          <LinkButton href={link('/annuaire')} icon="arrow_left">
            {text.common.back}
          </LinkButton>
        </div>
      </header>
      <div>
        <NoHydration>
          <Pages data={props.data} />
        </NoHydration>
      </div>
    </main>
  );
}

function GuidePages(props: { data: GuideData }) {
  const words = usePage().text.guide;
  /** Each entry once, whatever the number of chapters it is in. */
  const index = () => {
    const entries = new Map(
      props.data.groups.flatMap((group) =>
        group.entries.map((entry) => [entry.id, entry] as const),
      ),
    );
    return groupByCommune([...entries.values()]);
  };
  return (
    <>
      <nav class="guide-contents" aria-labelledby="sommaire">
        <h2 id="sommaire">{words.contents}</h2>
        <ol>
          <For each={props.data.groups}>
            {(group) => (
              <li>
                <a href={`#theme-${group.id}`}>{group.title}</a>{' '}
                <span class="soft">{words.count(group.entries.length)}</span>
              </li>
            )}
          </For>
          <li>
            <a href="#index">{words.index}</a>
          </li>
        </ol>
      </nav>
      <For each={props.data.groups}>
        {(group) => (
          <section class="guide-chapter" aria-labelledby={`theme-${group.id}`}>
            <h2 id={`theme-${group.id}`}>{group.title}</h2>
            <ul class="guide-lines">
              <For each={group.entries}>
                {(entry) => <GuideLine entry={entry} from={null} withOpening={false} />}
              </For>
            </ul>
            <p class="no-print">
              <a href="#sommaire">{words.toContents}</a>
            </p>
          </section>
        )}
      </For>
      <section class="guide-chapter guide-index" aria-labelledby="index">
        <h2 id="index">{words.index}</h2>
        <dl>
          <For each={index()}>
            {(commune) => (
              <div>
                <dt>{commune.title}</dt>
                <For each={commune.entries}>
                  {(entry) => (
                    <dd>
                      {entry.name}
                      {entry.phone === null ? '' : ` : ${entry.phone.display}`}
                    </dd>
                  )}
                </For>
              </div>
            )}
          </For>
        </dl>
      </section>
    </>
  );
}
