// The API as a page a person can read: each operation, its parameters, and a link that tries it.
//
// Rendered here from the OpenAPI document: no script, nothing from elsewhere.

import { DOCS_STYLE } from '#api/http/docs-style.ts';
import { escapeHtml } from '#api/http/escape-html.ts';
import { PROBLEMS } from '#api/http/problem.ts';

/** The few parts of an OpenAPI 3.1 document this page reads. */
export type ApiDocument = {
  info: { title: string; version: string; description?: string };
  paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  components?: { schemas?: Readonly<Record<string, unknown>> };
};

type Schema = {
  type?: string | readonly string[];
  enum?: readonly string[];
  examples?: readonly unknown[];
  description?: string;
  minimum?: number;
  maximum?: number;
};

type Parameter = { name: string; in: string; required?: boolean; schema?: Schema };

type Operation = {
  summary?: string;
  description?: string;
  tags?: readonly string[];
  parameters?: readonly Parameter[];
  requestBody?: { content?: Readonly<Record<string, { schema?: unknown }>> };
  responses?: Readonly<
    Record<string, { content?: Readonly<Record<string, { schema?: unknown }>> }>
  >;
};

type Listed = { method: string; path: string; operation: Operation };

export function renderDocs(document: ApiDocument, nonce: string): string {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Listed => ({ method, path, operation })),
  );
  const tags = [...new Set(operations.map(({ operation }) => operation.tags?.[0] ?? 'other'))];
  const sections = tags.map((tag) => {
    const own = operations.filter(({ operation }) => (operation.tags?.[0] ?? 'other') === tag);
    return `<section><h2 id="${escapeHtml(tag)}">${escapeHtml(tag)}</h2>${own.map(renderOperation).join('')}</section>`;
  });
  const schemas = Object.entries(document.components?.schemas ?? {}).map(
    ([name, schema]) =>
      `<details id="schema-${escapeHtml(name)}"><summary>${escapeHtml(name)}</summary>${renderJson(schema)}</details>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(document.info.title)}</title><style nonce="${escapeHtml(nonce)}">${DOCS_STYLE}</style></head><body><main>
<h1>${escapeHtml(document.info.title)} <small>${escapeHtml(document.info.version)}</small></h1>
<p>${escapeHtml(document.info.description ?? '')}</p>
<p><a href="/api/openapi.json">OpenAPI 3.1 document</a></p>
<nav aria-label="Sections"><ul>${tags.map((tag) => `<li><a href="#${escapeHtml(tag)}">${escapeHtml(tag)}</a></li>`).join('')}<li><a href="#refusals">refusals</a></li><li><a href="#schemas">schemas</a></li></ul></nav>
${sections.join('\n')}
<section><h2 id="refusals">refusals</h2><p>Every refusal is <code>application/problem+json</code>; <code>errors</code> names each faulty field, what was expected and what came.</p>
<table><thead><tr><th scope="col">code</th><th scope="col">status</th><th scope="col">title</th></tr></thead><tbody>${renderProblems()}</tbody></table></section>
<section><h2 id="schemas">schemas</h2>${schemas.join('')}</section>
</main></body></html>`;
}

function renderProblems(): string {
  return Object.entries(PROBLEMS)
    .map(
      ([code, { status, title }]) =>
        `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${escapeHtml(title)}</td></tr>`,
    )
    .join('');
}

function renderOperation({ method, path, operation }: Listed): string {
  const parameters = operation.parameters ?? [];
  const body = operation.requestBody?.content?.['application/json']?.schema;
  const tryPath = method === 'get' ? tryLink(path, parameters) : null;
  const answers = Object.entries(operation.responses ?? {})
    .filter(([status]) => status !== 'default')
    .flatMap(([status, { content }]) =>
      Object.entries(content ?? {}).map(
        ([type, { schema }]) =>
          `<details><summary>${escapeHtml(status)} ${escapeHtml(type)}</summary>${renderJson(schema)}</details>`,
      ),
    );
  return `<article><h3><span class="method">${escapeHtml(method.toUpperCase())}</span> <code>${escapeHtml(path)}</code></h3>
<p>${escapeHtml(operation.summary ?? '')}${operation.description === undefined ? '' : `<br>${escapeHtml(operation.description)}`}</p>
${parameters.length === 0 ? '' : renderParameters(parameters)}
${body === undefined ? '' : `<details><summary>body application/json</summary>${renderJson(body)}</details>`}
${answers.join('')}
${tryPath === null ? '' : `<p><a href="${escapeHtml(tryPath)}">Try ${escapeHtml(tryPath)}</a></p>`}</article>`;
}

function renderParameters(parameters: readonly Parameter[]): string {
  const rows = parameters.map(
    ({ name, in: place, required, schema }) =>
      `<tr><th scope="row"><code>${escapeHtml(name)}</code></th><td>${escapeHtml(place)}${required === true ? ', required' : ''}</td><td>${escapeHtml(describe(schema))}</td></tr>`,
  );
  return `<table><thead><tr><th scope="col">parameter</th><th scope="col">where</th><th scope="col">value</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function describe(schema: Schema | undefined): string {
  if (schema === undefined) return '';
  const range =
    schema.minimum === undefined ? '' : ` from ${schema.minimum} to ${schema.maximum ?? '…'}`;
  const choice = schema.enum === undefined ? '' : `: ${schema.enum.join(', ')}`;
  const note = schema.description === undefined ? '' : ` — ${schema.description}`;
  return `${String(schema.type ?? 'string')}${range}${choice}${note}`;
}

/** Null when a required parameter has no example to try with. */
function tryLink(path: string, parameters: readonly Parameter[]): string | null {
  const query = new URLSearchParams();
  let link = path;
  for (const { name, in: place, required, schema } of parameters) {
    const example = schema?.examples?.[0];
    if (example === undefined) {
      if (required === true) return null;
    } else if (place === 'path') {
      link = link.replace(`{${name}}`, encodeURIComponent(String(example)));
    } else {
      query.set(name, String(example));
    }
  }
  return query.size === 0 ? link : `${link}?${query}`;
}

function renderJson(value: unknown): string {
  const text = escapeHtml(JSON.stringify(value, null, 2) ?? '');
  return `<pre>${text.replaceAll(
    /#\/components\/schemas\/(\w+)/g,
    '<a href="#schema-$1">#/components/schemas/$1</a>',
  )}</pre>`;
}
