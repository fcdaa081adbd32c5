// How does a message leave? Through the SMTP server of the deployment, when it has one.

import { createTransport } from 'nodemailer';

export type Message = { to: string; subject: string; text: string };
export type Mailer = (message: Message) => Promise<void>;

const WAIT_MS = 10_000;

/** Null without a server: what would be sent is shown to be handed over. */
export function createMailer(mail: { smtpUrl: string; from: string } | null): Mailer | null {
  if (mail === null) return null;
  const transport = createTransport({
    url: mail.smtpUrl,
    connectionTimeout: WAIT_MS,
    greetingTimeout: WAIT_MS,
    socketTimeout: WAIT_MS,
    // A message says text we wrote: nothing in it may name a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async ({ to, subject, text }) => {
    // As objects: an address or a subject is one value, whatever line ends somebody put in it.
    await transport.sendMail({
      from: mail.from,
      to: { name: '', address: to },
      subject: subject.replace(/\s+/g, ' '),
      text,
    });
  };
}
