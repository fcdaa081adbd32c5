// What does the first block of an .osm.pbf say of the rest: what must be understood, and of what date?

import { PbfReader } from 'pbf';
import { AppError } from '#domain/error.ts';

const UNDERSTOOD = ['OsmSchema-V0.6', 'DenseNodes'];
/** Such files leave out the nodes this import reads. */
const WITHOUT_NODES = 'LocationsOnWays';

export type OsmHeader = {
  /** Day of the last edit the extract holds, YYYY-MM-DD; null when the file does not say. */
  asOf: string | null;
  writer: string | null;
};

/** Throws `bad_import` when the file needs what this import does not understand. */
export function readHeader(bytes: Uint8Array, fileName: string): OsmHeader {
  const found = new PbfReader(bytes).readFields(
    (field, header, pbf) => {
      if (field === 4) header.required.push(pbf.readString());
      else if (field === 5) header.optional.push(pbf.readString());
      else if (field === 16) header.writer = pbf.readString();
      else if (field === 32) header.editedSeconds = pbf.readVarint();
    },
    {
      required: [] as string[],
      optional: [] as string[],
      writer: '',
      editedSeconds: 0,
    },
  );
  const refuse = (received: string) =>
    new AppError(
      'bad_import',
      `${fileName} : attendu un extrait ordinaire (${UNDERSTOOD.join(', ')}) ; reçu un fichier qui demande ${received}.`,
    );
  const all = [...found.required, ...found.optional];
  if (all.includes(WITHOUT_NODES)) {
    throw refuse(`« ${WITHOUT_NODES} » : ses points manquent, prenez l’extrait d’origine`);
  }
  const unknown = found.required.filter((feature) => !UNDERSTOOD.includes(feature));
  if (unknown.length > 0) throw refuse(`« ${unknown.join(', ')} »`);
  const { editedSeconds, writer } = found;
  return {
    asOf: editedSeconds > 0 ? new Date(editedSeconds * 1000).toISOString().slice(0, 10) : null,
    writer: writer === '' ? null : writer,
  };
}
