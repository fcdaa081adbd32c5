// Which pages know the person signed in? All the others are the same for everybody.

const PRIVATE =
  /^(\/[a-z]{2})?\/(connexion|invitation|mot-de-passe|compte|espace|observatoire\/scenario)(\/|$)/;

export function isPrivatePage(path: string): boolean {
  return PRIVATE.test(path);
}
