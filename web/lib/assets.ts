// Which files of the build a page needs, read in the manifest that Vite wrote.

type ManifestChunk = {
  file: string;
  css?: readonly string[];
  imports?: readonly string[];
};

export type Manifest = Readonly<Record<string, ManifestChunk>>;

export type PageAssets = {
  /** Null where nothing lives in the browser. */
  script: string | null;
  styles: readonly string[];
  /** Scripts fetched at once, so that imports do not wait for one another. */
  preloads: readonly string[];
};

export function assetsOf(
  manifest: Manifest,
  entry: string,
  sources: readonly string[],
): PageAssets {
  const main = manifest[entry];
  if (main === undefined) throw new Error(`The build has no ${entry}: run npm run build`);
  const styles = new Set<string>();
  const scripts = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (chunk === undefined || scripts.has(chunk.file)) return;
    scripts.add(chunk.file);
    for (const imported of chunk.imports ?? []) visit(imported);
    for (const css of chunk.css ?? []) styles.add(css);
  };
  for (const key of [entry, ...sources]) visit(key);
  scripts.delete(main.file);
  return { script: main.file, styles: [...styles], preloads: [...scripts] };
}
