// The living part of a page: its content, with the page's context around it.

import { Suspense } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import type { Page } from '#web/lib/page.ts';
import { PageContext, type PageState } from '#web/lib/page-context.ts';

export type AppProps = { state: PageState; page: Page<unknown>; data: unknown };

export function App(props: AppProps) {
  return (
    <PageContext.Provider value={props.state}>
      <Suspense>
        <Dynamic component={props.page.Content} data={props.data} />
      </Suspense>
    </PageContext.Provider>
  );
}
