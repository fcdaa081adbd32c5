// The page about personal data in French: what is kept about people, and the rights of professionals.

import type { AboutPage } from '#web/i18n/about-page.ts';

export const frPrivacy = {
  title: 'Données personnelles',
  lead: 'Chercher un soin dit quelque chose de votre santé. Nous en gardons le moins possible : presque rien.',
  sections: [
    {
      title: 'En bref',
      paragraphs: [],
      items: [
        'Pas de compte à créer.',
        'Pas de cookie.',
        'Pas de publicité, pas de mesure d’audience.',
        'Aucun autre site n’est appelé quand vous lisez une page. Seul un fond de carte en ligne, s’il est activé ici, est demandé à l’IGN quand vous ouvrez la carte.',
      ],
    },
    {
      title: 'Ce que vous cherchez',
      paragraphs: [
        'L’adresse de la page contient le besoin, le code de la commune, le jour et l’heure : c’est ce qui permet de la partager. Elle ne contient ni votre nom, ni votre adresse exacte.',
        'Notre journal technique note la sorte de page, l’heure, la durée et le résultat. Il ne note ni ce que vous cherchez, ni votre adresse internet.',
        'Si aucun trajet n’est possible, nous ajoutons 1 à un compteur : la commune de départ, le jour de la semaine, matin ou après-midi, et la sorte de soin. Rien d’autre, et jamais montré en dessous de 5.',
        'Votre adresse internet (IP) reste quelque temps dans la mémoire du serveur, pour bloquer les abus. Elle n’est pas écrite sur un disque.',
      ],
    },
    {
      title: 'Votre position',
      paragraphs: [
        'Elle n’est demandée que si vous touchez « Ma position ». Votre téléphone l’arrondit à un kilomètre environ avant de l’envoyer. Elle sert à trouver votre commune, puis elle est oubliée.',
      ],
    },
    {
      title: 'Vos réponses (âge, revenus, prescription, aides)',
      paragraphs: [
        'Elles servent à calculer ce qui est possible pour vous. Elles partent dans le corps de la demande, jamais dans l’adresse de la page, et ne sont gardées nulle part chez nous.',
        'Votre navigateur les garde jusqu’à la fermeture de l’onglet. Touchez « Oublier mes réponses » pour les effacer.',
        'Les réponses sur le transport sur prescription ne sont gardées nulle part. Avec JavaScript, elles ne quittent pas votre appareil.',
        'Si vous cochez « Je ne conduis pas : retenez-le », votre navigateur garde ce seul mot. Décochez pour l’effacer.',
      ],
    },
    {
      title: 'Vos signalements',
      paragraphs: [
        'Nous gardons la fiche concernée, ce qui ne va pas, votre texte et la date. N’y écrivez pas votre nom, ni rien sur votre santé.',
      ],
    },
    {
      title: 'Vous êtes professionnel et votre nom figure ici',
      paragraphs: [
        'Les fiches viennent de sources publiques, citées sur chaque fiche. Vous pouvez demander une correction, ou vous opposer à votre présence : écrivez au contact ci-dessous, ou utilisez « Signaler une erreur ». Nous répondons en un mois au plus.',
        'Vous pouvez aussi saisir la CNIL (cnil.fr).',
      ],
    },
  ],
} satisfies AboutPage;
