// What only the server writes in French on the page of results: the count, the next answers, nobody found.

const plural = (count: number, one: string, many: string) => (count < 2 ? one : many);

/** « de Chalais », « d’Aubeterre », « du Tâtre », « des Adjots ». */
const de = (name: string) => {
  if (name.startsWith('Le ')) return `du ${name.slice(3)}`;
  if (name.startsWith('Les ')) return `des ${name.slice(4)}`;
  return /^[aeiouyàâéèêëîïôœùûh]/i.test(name) ? `d’${name}` : `de ${name}`;
};

export const frFound = {
  pageTitle: (need: string, place: string) => `${need} près ${de(place)}`,
  description: (need: string, place: string) =>
    `${need} autour de ${place} : téléphone, horaires, et les moyens d’y aller et d’en revenir.`,
  count: (count: number, distance: string) =>
    `${count} ${plural(count, 'réponse', 'réponses')} à moins de ${distance}`,
  countFirst: (shown: number, total: number, distance: string) =>
    `Les ${shown} premières réponses sur ${total}, à moins de ${distance}`,
  widened: (asked: string, found: string) =>
    `Rien à moins de ${asked} : nous avons cherché jusqu’à ${found}.`,
  widenedSimple: (found: string) =>
    `Rien tout près : nous avons cherché jusqu’à ${found} autour de vous.`,
  sorted: 'Les plus simples à joindre et les plus proches d’abord :',
  sortedLink: 'comment nous classons',
  noPhone: 'Pas de téléphone connu',
  outside: 'Hors du territoire',
  next: 'Voir les réponses suivantes',
  first: 'Revenir aux premières réponses',
  emptyTitle: 'Nous n’avons trouvé personne',
  emptyText: (need: string, place: string) => `Aucune réponse pour « ${need} » près ${de(place)}.`,
  emptyWider: (distance: string) => `Chercher jusqu’à ${distance}`,
  emptyOtherDay: 'Chercher sans date précise',
  emptyStairs: 'Montrer aussi les lieux avec des marches',
  emptyDirectory: 'Parcourir tout l’annuaire',
  emptyDuty: 'Cela ne peut pas attendre, et votre médecin est absent ?',
  emptyDanger: 'Une vie est en danger ?',
  demonstrationNotice: '« Démonstration » : fiche inventée, le nom et le numéro ne sont pas réels.',
};
