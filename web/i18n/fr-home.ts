// What the home page says in French, its questions aside.

export const frHome = {
  title: 'Trouver un soin, et comment y aller',
  pageTitle: 'Voisoin : trouver un soin à la campagne, et comment y aller',
  description:
    'Médecin, infirmière, dentiste, aide à domicile : trouvez qui peut vous soigner près de chez vous, et le moyen d’y aller et d’en revenir, même sans voiture.',
  lead: 'Même sans voiture, aller et retour.',
  territory: (name: string) => `Pour ${name}`,
  stepsLabel: 'Vos réponses',
  moreTitle: 'Vous préférez parcourir ?',
  directoryLink: 'Parcourir l’annuaire',
  directoryText: 'Qui soigne, qui aide, qui écoute, par thème.',
  transportsLink: 'Tous les transports',
  transportsText: 'Qui peut vous emmener, à quel prix, comment réserver.',
  printLink: 'Imprimer le guide',
  printText: 'L’annuaire sur papier, en grands caractères.',
};
