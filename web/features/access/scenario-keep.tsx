// The link that says it all, and files of what is shown.

import { createSignal, Show } from 'solid-js';
import { withQuery } from '#web/lib/api.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { imageOf } from './report-image.ts';
import type { Bench } from './scenario-bench.ts';
import { sayEditions } from './scenario-editions.ts';
import { type ScenarioFile, saveFile, scenarioCsv, scenarioGeoJson } from './scenario-files.ts';
import { SCENARIO_MAP_ID } from './scenario-map.tsx';
import type { DeskModel, TriedResult } from './scenario-messages.ts';
import { type Shapes, ShapesAwaited } from './scenario-shapes.tsx';

export type ScenarioKeepProps = { bench: Bench; shapes: Shapes; path: string };

export function ScenarioKeep(props: ScenarioKeepProps) {
  const { text, link } = usePage();
  const words = text.scenario.kept;
  const [said, setSaid] = createSignal('');
  const address = () => `${location.origin}${link(here())}${props.bench.link()}`;
  const here = () => withQuery(props.path, { territoire: props.bench.model()?.territory });
  const report = () =>
    link(withQuery('/observatoire/rapport', { territoire: props.bench.model()?.territory })) +
    props.bench.link();
  const fileName = () => {
    const model = props.bench.model();
    return model === null ? 'scenario' : words.fileName(model.territory, model.profession);
  };
  const fileOf = (model: DeskModel, result: TriedResult) => ({
    ...{ text, model, result, changes: props.bench.changes() },
  });

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(address());
      setSaid(words.copied);
    } catch {
      setSaid(words.copyFailed);
    }
  }
  function saveMap(file: ScenarioFile): void {
    const shapes = props.shapes.answer();
    if (shapes === null) return;
    const map = scenarioGeoJson(shapes, file);
    saveFile(`${fileName()}.geojson`, 'application/geo+json', map);
  }
  async function saveImage(): Promise<void> {
    const drawing = document.getElementById(SCENARIO_MAP_ID);
    const model = props.bench.model();
    if (!(drawing instanceof SVGSVGElement) || model === null) return;
    const image = await imageOf(drawing, {
      title: text.scenario.map.title(text.scenario.scenario(props.bench.shown() + 1)),
      legend: document.querySelector('.scenario-legend'),
      foot: `${words.editions(sayEditions(words, model.vintages))} ${text.scenario.report.licence}`,
    });
    if (image !== null) saveFile(`${fileName()}.png`, 'image/png', image);
  }
  return (
    <section aria-labelledby="garder" class="no-print">
      <h2 id="garder">{words.title}</h2>
      <Show when={props.bench.link() !== ''}>
        <div class="field">
          <label class="field-label" for="lien-scenario">
            {words.link}
          </label>
          <p class="field-hint" id="lien-aide">
            {words.linkHint}
          </p>
          <input
            class="input"
            id="lien-scenario"
            readonly
            value={address()}
            aria-describedby="lien-aide"
            onFocus={(event) => event.currentTarget.select()}
          />
        </div>
        <Show when={props.bench.holdsNoted()}>
          <Notice tone="warn" role="alert">
            <p>{words.holdsNoted}</p>
          </Notice>
        </Show>
        <div class="actions">
          <Button icon="share" onClick={() => void copy()}>
            {words.copy}
          </Button>
          <LinkButton href={report()} icon="print">
            {words.report}
          </LinkButton>
        </div>
        <p role="status">{said()}</p>
      </Show>
      <Show when={props.bench.model()}>
        {(model) => (
          <Show when={props.bench.result()}>
            {(result) => (
              <>
                <h3>{words.files}</h3>
                <div class="actions">
                  <Button
                    look="quiet"
                    icon="list"
                    onClick={() =>
                      saveFile(
                        `${fileName()}.csv`,
                        'text/csv;charset=utf-8',
                        scenarioCsv(fileOf(model(), result())),
                      )
                    }
                  >
                    {words.csv}
                  </Button>
                  <Button
                    look="quiet"
                    icon="map"
                    disabled={props.shapes.answer() === null}
                    onClick={() => saveMap(fileOf(model(), result()))}
                  >
                    {words.geojson}
                  </Button>
                  <Button
                    look="quiet"
                    icon="map"
                    disabled={props.shapes.answer() === null}
                    onClick={() => void saveImage()}
                  >
                    {words.png}
                  </Button>
                </div>
                <Show when={props.shapes.hasFailed()}>
                  <ShapesAwaited shapes={props.shapes} />
                </Show>
              </>
            )}
          </Show>
        )}
      </Show>
    </section>
  );
}
