// What does the message that invites somebody say?

import type { Message } from '#api/runtime/mailer.ts';

export function invitationMail(invitation: {
  to: string;
  workspaceName: string;
  /** Null: whoever keeps the site. */
  by: string | null;
  link: string;
}): Message {
  const { to, workspaceName, by, link } = invitation;
  const who = by === null ? 'Vous êtes invité' : `${by} vous invite`;
  return {
    to,
    subject: `Voisoin : rejoindre l’espace ${workspaceName}`,
    text: [
      'Bonjour,',
      '',
      `${who} à rejoindre l’espace « ${workspaceName} » sur Voisoin.`,
      '',
      'Ouvrez ce lien pour accepter. Il sert une seule fois, pendant 7 jours :',
      link,
      '',
      'Vous ne vous y attendiez pas ? N’en faites rien : sans vous, rien ne se passe.',
      '',
    ].join('\n'),
  };
}
