// Is this text one a person may write, and a database may keep?

/** What a refusal says was expected. */
export const PLAIN_TEXT = 'text without control characters';

/** Tabs and line ends are text; the other control characters are not (PostgreSQL keeps no U+0000). */
export function isPlainText(text: string): boolean {
  return !/[^\P{Cc}\t\n\r]/u.test(text);
}
