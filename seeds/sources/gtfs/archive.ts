// Which tables of a feed does this archive hold? Each is read when asked for, as often as asked.

import { AppError } from '#domain/error.ts';
import { openZip, type ZipMember } from '#seeds/pipeline/open-zip.ts';
import type { ImportFile } from '#seeds/pipeline/source.ts';
import { textBlocks } from '#seeds/pipeline/text-blocks.ts';

export type FeedArchive = {
  /** Bytes once open, by file name in lower case: the known tables that are there. */
  sizes: ReadonlyMap<string, number>;
  /** Paths of all that is not a known table, left closed. */
  ignored: readonly string[];
  /** Text of a table, whole lines at a time. Nothing comes of an absent one. */
  read: (name: string) => AsyncGenerator<string>;
  close: () => void;
};

/** A table that takes a while: how many of its bytes were read. */
export type OnTableRead = (progress: { step: string; done: number; total: number }) => void;

const LARGE_TABLE_BYTES = 1_000_000;

/** Tables may stand in a folder. Throws `bad_import` when the archive is no feed or is a trap. */
export async function openFeedArchive(
  file: ImportFile,
  known: readonly string[],
  onTableRead: OnTableRead = () => undefined,
): Promise<FeedArchive> {
  const zip = await openZip(file);
  const found = new Map<string, ZipMember>();
  const ignored: string[] = [];
  for (const member of zip.members) {
    const name = nameOf(member).toLowerCase();
    const other = found.get(name);
    if (!known.includes(name)) ignored.push(member.path);
    else if (!other || depthOf(member) < depthOf(other)) found.set(name, member);
    else if (depthOf(member) === depthOf(other)) {
      zip.close();
      throw new AppError(
        'bad_import',
        `« ${file.name} » : deux fichiers ${name} : « ${other.path} » et « ${member.path} ».`,
      );
    }
  }
  return {
    sizes: new Map([...found].map(([name, { byteCount }]) => [name, byteCount])),
    ignored,
    read: async function* (name) {
      const member = found.get(name);
      if (member === undefined) return;
      const total = member.byteCount;
      let done = 0;
      for await (const text of textBlocks(member.open(), name)) {
        yield text;
        done = Math.min(total, done + text.length);
        if (total >= LARGE_TABLE_BYTES) onTableRead({ step: name, done, total });
      }
    },
    close: zip.close,
  };
}

function nameOf({ path }: ZipMember): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function depthOf(member: ZipMember): number {
  return member.path.length - nameOf(member).length;
}
