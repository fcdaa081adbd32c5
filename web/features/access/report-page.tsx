// « Le rapport »: maps, charts, tables, method and dates on A4 sheets, from the browser’s own printing.

import './report.css';
import './report-print.css';
import './scenario-figures.css';
import '#web/map/value-map.css';
import { createSignal, For, onMount, Show } from 'solid-js';
import { NoHydration } from 'solid-js/web';
import { withQuery } from '#web/lib/api.ts';
import { neverInBrowser, type Page } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { BackLink } from '#web/ui/back-link.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { PageCode } from '#web/ui/page-code.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { PrintButton } from '#web/ui/print-button.tsx';
import { accessApi } from './access-data.ts';
import { ReportAnnex } from './report-annex.tsx';
import type { ReportData } from './report-data.ts';
import { ReportEssentials } from './report-essentials.tsx';
import { imageOf } from './report-image.ts';
import { loadReport } from './report-load.ts';
import { ReportScenario } from './report-scenario.tsx';
import { ReportSection } from './report-section.tsx';
import { saveFile } from './scenario-files.ts';

/** Figures of communes are written once by the server; their maps are then found by their id. */
function handOver(data: ReportData): ReportData {
  return {
    ...data,
    sections: data.sections.map((section) => ({ ...section, places: [] })),
  };
}

export const reportPage: Page<ReportData> = {
  load: import.meta.env.SSR ? loadReport : neverInBrowser,
  handover: handOver,

  Content(props) {
    const { text, link } = usePage();
    const words = text.scenario.report;
    const { territory } = props.data;
    const [hasScenario, setScenario] = createSignal(false);
    const dated = (): string => {
      const { computedAt } = props.data.overview;
      if (computedAt === null) return '';
      return words.essentials.computed(computedAt.slice(0, 10));
    };
    onMount(() => setScenario(/[#&]a=/.test(location.hash)));

    async function saveImages(): Promise<void> {
      for (const { indicator } of props.data.sections) {
        const drawing = document.getElementById(`rapport-${indicator.id}`);
        if (!(drawing instanceof SVGSVGElement)) continue;
        const image = await imageOf(drawing, {
          title: `${text.access.indicators[indicator.id].question}, ${territory.name}`,
          legend: document.getElementById(`rapport-${indicator.id}-legende`),
          foot: `${dated()} ${words.licence}`,
        });
        if (image !== null) saveFile(`${territory.code}-${indicator.id}.png`, 'image/png', image);
      }
    }
    return (
      <main id="contenu" class="page wrap report">
        <BackLink
          href={link(withQuery('/observatoire', { territoire: territory.code }))}
          label={text.scenario.backToMap}
        />
        <PageHeader title={words.title(territory.name)} lead={words.lead} />
        <PageCode
          path={link(withQuery(props.data.path, { territoire: territory.code }))}
          label={text.common.pageCode}
        />
        <div class="actions no-print">
          <PrintButton part="all" label={words.print} isMain />
        </div>
        <p class="report-how soft no-print needs-script">{words.printHow}</p>
        <div class="actions no-print">
          <LinkButton href={accessApi(territory.code, '/places.csv')} icon="list">
            {text.scenario.kept.csv}
          </LinkButton>
          <LinkButton href={accessApi(territory.code, '/places.geojson')} icon="map">
            {text.scenario.kept.geojson}
          </LinkButton>
          <Show when={props.data.sections.length > 0}>
            <Button look="quiet" icon="map" class="needs-script" onClick={() => void saveImages()}>
              {words.images}
            </Button>
          </Show>
          <LinkButton
            href={link(withQuery('/observatoire/scenario', { territoire: territory.code }))}
            icon="edit"
          >
            {words.try}
          </LinkButton>
        </div>
        <Show when={props.data.sections.length === 0}>
          <Notice>
            <p>{text.access.job.nothing}</p>
          </Notice>
        </Show>
        <NoHydration>
          <Show when={props.data.sections.length > 0}>
            <ReportEssentials data={props.data} />
          </Show>
          <For each={props.data.sections}>
            {(figures) => <ReportSection figures={figures} sheet={props.data.sheet} />}
          </For>
        </NoHydration>
        <Show when={hasScenario()}>
          <ReportScenario territory={territory.code} sheet={props.data.sheet} />
        </Show>
        <NoHydration>
          <Show when={props.data.sections.length > 0}>
            <ReportAnnex data={props.data} />
          </Show>
        </NoHydration>
      </main>
    );
  },
};
