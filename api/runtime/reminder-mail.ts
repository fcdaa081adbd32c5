// What does the message say that asks an organization whether its offers are still true?

import type { DueReview } from '#db/queries/workspace/list-due-reviews.ts';
import type { Message } from './mailer.ts';

export function reminderMail(
  to: string,
  due: readonly DueReview[],
  /** Null: the site does not know its own address. */
  publicUrl: string | null,
): Message {
  const [first] = due;
  const count =
    due.length < 2 ? 'Une offre est à vérifier' : `${due.length} offres sont à vérifier`;
  const path = `/espace/${encodeURIComponent(first?.workspaceId ?? '')}`;
  return {
    to,
    subject: `Voisoin : ${count.toLowerCase()}`,
    text: [
      'Bonjour,',
      '',
      `${count} dans l’espace « ${first?.workspaceName ?? ''} » :`,
      ...due.map(
        ({ name, verifiedOn }) =>
          `- ${name} (${verifiedOn === null ? 'jamais vérifiée' : `vérifiée le ${dayOf(verifiedOn)}`})`,
      ),
      '',
      'En attendant, les habitants les lisent « à confirmer ».',
      'Rien n’a changé ? Un seul geste : « Toujours valable ».',
      ...(publicUrl === null ? [] : ['', `${publicUrl}${path}`]),
      '',
      'Ce rappel revient une fois par semaine au plus pour chaque offre.',
      '',
    ].join('\n'),
  };
}

function dayOf(date: string): string {
  return date.split('-').toReversed().join('/');
}
