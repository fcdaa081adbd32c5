// The order of communes, in French: what comes first, what of equals, what cannot be compared.

const plural = (count: number, one: string, many: string) => (Math.abs(count) < 2 ? one : many);

export const FR_ACCESS_RANK = {
  order:
    'Rangées sur la valeur exacte, avant l’arrondi. À valeur égale : la plus peuplée d’abord, puis l’ordre des codes Insee.',
  noneFirst: '« Aucun à portée » vient en premier.',
  unrankedLast: '« Pas connu » et « non dit » viennent en dernier, sans numéro.',
  unranked: 'sans numéro',
  tied: (count: number, value: string): string =>
    `${count} ${plural(count, 'commune est', 'communes sont')} à égalité (${value}) : les plus peuplées d’entre elles portent un numéro.`,
};
