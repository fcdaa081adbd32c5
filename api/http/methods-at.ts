// Which methods does an address answer to? Read in the API's own document.

import type { ApiDocument } from '#api/http/docs-page.ts';

/** In capitals, HEAD with GET; empty when nothing is at this address. */
export function methodsAt(document: ApiDocument, path: string): string[] {
  const parts = path.split('/');
  const methods = Object.entries(document.paths ?? {})
    .filter(([template]) => fits(template.split('/'), parts))
    .flatMap(([, operations]) => Object.keys(operations))
    .map((method) => method.toUpperCase());
  return [...new Set(methods.flatMap((each) => (each === 'GET' ? ['GET', 'HEAD'] : [each])))];
}

function fits(template: readonly string[], parts: readonly string[]): boolean {
  return (
    template.length === parts.length &&
    template.every((part, index) =>
      part.startsWith('{') ? parts[index] !== '' : part === parts[index],
    )
  );
}
