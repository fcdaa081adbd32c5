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
  const found = readSaid(bytes, fileName);
  const refuse = (received: string) =>
    new AppError(
      'bad_import',
      `« ${fileName} » : attendu un extrait ordinaire (${UNDERSTOOD.join(', ')}) ; reçu un fichier qui demande ${received}.`,
    );
  const all = [...found.required, ...found.optional];
  if (all.includes(WITHOUT_NODES)) {
    throw refuse(`« ${WITHOUT_NODES} » : ses points manquent, prenez l’extrait d’origine`);
  }
  const unknown = found.required.filter((feature) => !UNDERSTOOD.includes(feature));
  if (unknown.length > 0) throw refuse(`« ${unknown.join(', ')} »`);
  const { editedSeconds, writer } = found;
  return {
    asOf: isDay(editedSeconds) ? new Date(editedSeconds * 1000).toISOString().slice(0, 10) : null,
    writer: writer === '' ? null : writer,
  };
}

/** From the first edit of OpenStreetMap to the end of the century; 0 when the file does not say. */
function isDay(seconds: number): boolean {
  return seconds > Date.UTC(2004, 0) / 1000 && seconds < Date.UTC(2100, 0) / 1000;
}

function readSaid(bytes: Uint8Array, fileName: string) {
  try {
    return new PbfReader(bytes).readFields(
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
  } catch (cause) {
    throw new AppError(
      'bad_import',
      `« ${fileName} » : attendu un premier bloc lisible, reçu des octets abîmés.`,
      { cause },
    );
  }
}
