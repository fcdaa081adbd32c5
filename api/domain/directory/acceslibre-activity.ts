// Which of our categories is an activity of acceslibre? Those of shops and leisure are none.

import type { Category } from '#domain/directory/directory.ts';
import { normalizeText } from '#domain/directory/normalize-text.ts';

const ACTIVITIES: ReadonlyMap<string, Category> = new Map(
  Object.entries({
    'medecin generaliste': 'gp',
    infirmier: 'nurse',
    'masseur kinesitherapeute': 'physio',
    'chirurgien dentiste': 'dentist',
    'sage femme': 'midwife',
    pharmacie: 'pharmacy',
    'maison de sante ou centre de sante': 'health_house',
    hopital: 'hospital',
    clinique: 'hospital',
    'etablissement de sante': 'hospital',
    'personnes agees hebergement': 'elderly',
    mairie: 'institution',
    'administration publique': 'institution',
  } as const),
);

/** Null: nothing the directory lists. */
export function categoryOfActivity(activity: string): Category | null {
  return ACTIVITIES.get(normalizeText(activity)) ?? null;
}
