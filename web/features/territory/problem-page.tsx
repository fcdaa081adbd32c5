// What is said when an address leads nowhere or a page could not be prepared: never a dead end.

import type { Dictionary } from '#web/i18n/fr.ts';
import type { Page } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';

export type ProblemData = { kind: 'not_found' | 'failure' | 'refused' };

export const problemPage: Page<ProblemData> = {
  async load(request) {
    const kind = readKind(request.params['kind']);
    const { title, lead } = sentences(kind, request.text);
    return {
      kind: 'page',
      head: { title, description: lead, noIndex: true },
      data: { kind },
    };
  },
  Content(props) {
    const { text, link, path, search } = usePage();
    const said = () => sentences(props.data.kind, text);
    return (
      <main id="contenu" class="page wrap problem">
        <PageHeader title={said().title} lead={said().lead} />
        <div class="actions">
          {props.data.kind === 'failure' ? (
            <LinkButton href={link(path) + search} look="main">
              {text.problem.retry}
            </LinkButton>
          ) : null}
          <LinkButton
            href={link('/')}
            icon="search"
            look={props.data.kind === 'failure' ? 'quiet' : 'main'}
          >
            {text.problem.notFoundHome}
          </LinkButton>
          <LinkButton href={link('/annuaire')} icon="book">
            {text.problem.notFoundDirectory}
          </LinkButton>
        </div>
      </main>
    );
  },
};

function readKind(kind: string | undefined): ProblemData['kind'] {
  return kind === 'failure' || kind === 'refused' ? kind : 'not_found';
}

function sentences(kind: ProblemData['kind'], text: Dictionary) {
  const words = text.problem;
  if (kind === 'failure') return { title: words.failureTitle, lead: words.failureText };
  if (kind === 'refused') return { title: words.refusedTitle, lead: words.refusedText };
  return { title: words.notFoundTitle, lead: words.notFoundText };
}
