// The chapters of the guide: working groups and axes of the local health contract of Sud Charente.

import type { ClsTheme } from '#domain/directory/directory.ts';

const ROWS = [
  ['acces-soins-droits', 'Accès aux soins et aux droits', 'Access to care and rights'],
  ['perte-autonomie', 'Personnes âgées et perte d’autonomie', 'Older people and loss of autonomy'],
  ['enfance-perinatalite', 'Enfance et périnatalité', 'Childhood and pregnancy'],
  ['sante-mentale', 'Santé mentale', 'Mental health'],
  ['nutrition', 'Nutrition', 'Nutrition'],
  ['sante-environnementale', 'Santé et environnement', 'Health and environment'],
  ['bien-vivre-ensemble', 'Bien vivre ensemble', 'Living well together'],
  ['mobilite', 'Mobilité', 'Getting about'],
  ['institutions', 'Institutions du contrat local de santé', 'Institutions of the health contract'],
] as const;

export type ThemeId = (typeof ROWS)[number][0];

export const CLS_THEMES: readonly ClsTheme[] = ROWS.map(([id, fr, en]) => ({
  id,
  label: { fr, en },
}));
