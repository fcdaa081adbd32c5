// Is what was typed an address, or a file of this machine?

export function isAddress(word: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(word);
}
