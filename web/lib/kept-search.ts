// What of a search only its own page uses: pages reached from the results carry it, to lead back to them.

/** Names and values of an address; anything that is not well formed is left out. */
export type KeptSearch = Readonly<Record<string, string>>;

const FORMS: Readonly<Record<string, RegExp>> = {
  rayon: /^\d{1,3}$/,
  acces: /^oui$/,
  suite: /^[\w=+/.~:-]{1,400}$/,
};

export function keptSearch(query: URLSearchParams): KeptSearch {
  const kept: Record<string, string> = {};
  for (const [name, form] of Object.entries(FORMS)) {
    const value = query.get(name) ?? '';
    if (form.test(value)) kept[name] = value;
  }
  return kept;
}
