// The page about accessibility in French: what every person can count on, and what remains to be done.

import type { AboutPage } from '#web/i18n/about-page.ts';

export const frAccessibility = {
  title: 'Accessibilité',
  lead: 'Voisoin doit servir à tout le monde : avec une loupe, un clavier, une voix, ou sans JavaScript.',
  sections: [
    {
      title: 'Où nous en sommes',
      paragraphs: [
        'Aucun organisme extérieur n’a encore contrôlé ce site. Nous ne pouvons donc pas annoncer de taux de conformité au référentiel français (RGAA 4.1).',
        'Tant que ce contrôle n’a pas eu lieu, considérez le site comme « non conforme » au sens de la loi, même si tout est fait pour qu’il marche.',
      ],
    },
    {
      title: 'Ce que nous vérifions à chaque version',
      paragraphs: [],
      items: [
        'un contrôle automatique de chaque page (axe) ;',
        'la recherche complète au clavier seul ;',
        'la recherche complète sans JavaScript ;',
        'l’affichage à 360 et à 1280 pixels de large, et le texte agrandi à 200 % ;',
        'le contraste des couleurs : 7 pour 1 pour les textes.',
      ],
    },
    {
      title: 'Ce que nous n’avons pas vérifié',
      paragraphs: [],
      items: [
        'les 106 critères du RGAA, un par un, par un expert ;',
        'l’usage avec chaque lecteur d’écran, sur chaque téléphone ;',
        'la lecture de nos textes par des personnes concernées : nous écrivons simplement, mais ce n’est pas du « facile à lire et à comprendre » (FALC) validé.',
      ],
    },
    {
      title: 'La carte',
      paragraphs: [
        'La carte demande JavaScript et un écran. Tout ce qu’elle montre est aussi écrit : dans la liste, dans le trajet, dans la liste des communes.',
        'On la déplace au clavier avec les flèches, ou avec des boutons.',
      ],
    },
    {
      title: 'Quelque chose vous bloque ?',
      paragraphs: [
        'Dites-le nous : nous vous donnerons l’information autrement, au téléphone ou sur papier.',
        'Si nous ne répondons pas, vous pouvez saisir le Défenseur des droits (defenseurdesdroits.fr, 09 69 39 00 00).',
      ],
    },
  ],
} satisfies AboutPage;
