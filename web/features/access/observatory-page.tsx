// « L’observatoire »: where care is out of reach, for whom, with and without a car. The same for everybody.

import './observatory-print.css';
import { neverInBrowser, type Page } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { ObservatoryContent } from './observatory-content.tsx';
import type { ObservatoryData } from './observatory-data.ts';
import { loadObservatory } from './observatory-load.ts';

const PATH = '/observatoire';

export const observatoryPage: Page<ObservatoryData> = {
  load: import.meta.env.SSR ? loadObservatory : neverInBrowser,

  Content(props) {
    const { text } = usePage();
    return (
      <main id="contenu" class="page wrap observatory">
        <h1>{text.access.title}</h1>
        <ObservatoryContent data={props.data} base={PATH} />
      </main>
    );
  },
};
