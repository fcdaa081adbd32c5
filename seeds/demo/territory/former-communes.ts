// Names people still use: communes merged since, and the names that merged communes bore before.
// Etalab, official geographic code 2026.

/** Former code, former name, code of today. A commune that kept its code appears with both codes equal. */
export type FormerCommuneRow = readonly [insee: string, name: string, currentInsee: string];

export const FORMER_COMMUNES: readonly FormerCommuneRow[] = [
  ['16327', 'Saint-Hilaire', '16028'],
  ['16115', 'Cressac-Saint-Genis', '16046'],
  ['16265', 'Porcheresse', '16046'],
  ['16319', 'Saint-Genis-de-Blanzac', '16046'],
  ['16332', 'Saint-Léger', '16046'],
  ['16046', 'Blanzac-Porcheresse', '16046'],
  ['16305', 'Saint-Christophe-de-Chalais', '16073'],
  ['16333', 'Sainte-Marie', '16073'],
  ['16367', 'Sérignac', '16073'],
  ['16092', 'Chavenat', '16082'],
  ['16172', 'Juillaguet', '16082'],
  ['16082', 'Charmant', '16082'],
  ['16021', 'Aubeville', '16175'],
  ['16201', 'Mainfonds', '16175'],
  ['16257', 'Péreuil', '16175'],
  ['16175', 'Jurignac', '16175'],
  ['16147', 'Gardes-le-Pontaroux', '16198'],
  ['16407', 'Villars', '16198'],
  ['16198', 'Magnac-Lavalette-Villars', '16198'],
  ['16179', 'Lamérac', '16224'],
  ['16224', 'Montchaude', '16224'],
  ['16004', 'Aignes-et-Puypéroux', '16230'],
  ['16294', 'Saint-Amant-de-Montmoreau', '16230'],
  ['16311', 'Saint-Cybard', '16230'],
  ['16314', 'Saint-Eutrope', '16230'],
  ['16328', 'Saint-Laurent-de-Belzagot', '16230'],
  ['16230', 'Montmoreau-Saint-Cybard', '16230'],
];
