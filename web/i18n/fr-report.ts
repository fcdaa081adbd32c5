// What the form that reports a mistake says in French.

export const frReport = {
  title: 'Signaler une erreur',
  intro: 'Merci de nous aider. Dites ce qui ne va pas : quelqu’un le vérifiera.',
  about: (name: string): string => `À propos de : ${name}`,
  what: 'Qu’est-ce qui ne va pas ?',
  kinds: {
    phone: 'Le téléphone n’est pas bon',
    hours: 'Les horaires ne sont pas bons',
    address: 'L’adresse n’est pas bonne',
    gone: 'N’existe plus, ou a déménagé',
    new_patients: 'Les nouveaux patients ne sont plus pris (ou le sont)',
    price: 'Le prix n’est pas bon',
    rule: 'Les conditions ne sont pas bonnes',
    other: 'Autre chose',
  },
  quickIntro: 'Touchez ce qui ne va pas :',
  quickOther: 'Autre chose, ou en dire plus',
  text: 'Précisez si vous voulez',
  textHint: 'N’écrivez rien sur votre santé, ni votre nom.',
  send: 'Envoyer',
  thanksTitle: 'Merci !',
  thanks: 'Votre signalement est enregistré. Quelqu’un vérifiera l’information.',
  knownAlready:
    'Plusieurs personnes l’ont déjà signalé aujourd’hui : quelqu’un va vérifier. Votre message n’a pas été ajouté aux leurs.',
  thanksNext: 'La fiche ne change pas tout de suite.',
  backToEntry: 'Revenir à la fiche',
  backHome: 'Revenir à l’accueil',
  nothingChosen: 'Choisissez ce qui ne va pas, puis envoyez.',
  noSubject: 'Ouvrez d’abord une fiche ou un transport, puis touchez « Signaler une erreur ».',
  failed:
    'Votre signalement n’est pas parti. Votre texte est gardé : essayez encore dans un instant.',
  optional: 'facultatif',
};
