// A part of a page as the server writes it for a form: the browser shows it without leaving the page.

/** Null when the answer holds no such part. Throws when the server does not answer, or refuses. */
export async function askPagePart(
  path: string,
  fields: readonly (readonly [name: string, value: string])[],
  selector: string,
): Promise<Element | null> {
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value]));
  const response = await fetch(path, { method: 'POST', body });
  if (!response.ok) throw new Error(`The page answered ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  return page.querySelector(selector);
}
