// Which files were downloaded before, whole or in part, and what did their servers say of them?

import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** What identifies an edition of a file for its server. */
const editionSchema = z.object({
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
});
export type Edition = z.infer<typeof editionSchema>;

const wholeSchema = editionSchema.extend({
  url: z.string(),
  name: z.string(),
  sha256: z.string(),
  byteCount: z.number(),
  fetchedAt: z.string(),
});
export type WholeFile = z.infer<typeof wholeSchema>;

/** A folder an address: the file, `file.json` about it, `file.part` while it comes. */
export type CacheFolder = {
  pathOf: (name: string) => string;
  partPath: string;
  findWhole: () => Promise<WholeFile | null>;
  findPart: () => Promise<{ bytes: number; edition: Edition } | null>;
  startPart: (edition: Edition) => Promise<void>;
  dropPart: () => Promise<void>;
  /** The part takes the place of what was there. */
  keep: (file: WholeFile) => Promise<void>;
};

export async function openCache(folder: string, url: string): Promise<CacheFolder> {
  const own = join(folder, createHash('sha256').update(url).digest('hex').slice(0, 16));
  await mkdir(own, { recursive: true });
  const aboutPath = join(own, 'file.json');
  const partPath = join(own, 'file.part');
  const partAboutPath = join(own, 'part.json');
  const findWhole = async () => {
    const about = await readJson(aboutPath, wholeSchema);
    if (about === null) return null;
    return (await sizeOf(join(own, about.name))) === about.byteCount ? about : null;
  };
  const dropPart = async () => {
    await rm(partPath, { force: true });
    await rm(partAboutPath, { force: true });
  };
  return {
    pathOf: (name) => join(own, name),
    partPath,
    findWhole,
    findPart: async () => {
      const edition = await readJson(partAboutPath, editionSchema);
      const bytes = await sizeOf(partPath);
      return edition === null || bytes === null || bytes === 0 ? null : { bytes, edition };
    },
    startPart: async (edition) => {
      await rm(partPath, { force: true });
      await writeFile(partAboutPath, JSON.stringify(edition));
    },
    dropPart,
    keep: async (file) => {
      const before = await readJson(aboutPath, wholeSchema);
      await rm(aboutPath, { force: true });
      if (before !== null && before.name !== file.name) {
        await rm(join(own, before.name), { force: true });
      }
      await rename(partPath, join(own, file.name));
      await writeFile(aboutPath, JSON.stringify(file, null, 2));
      await dropPart();
    },
  };
}

async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T | null> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}

async function sizeOf(path: string): Promise<number | null> {
  return await stat(path).then(
    ({ size }) => size,
    () => null,
  );
}
