// Where does one go after signing in? To the page that was asked, of those that know who asks, and to no other site.

const PRIVATE =
  /^\/(espace|compte|invitation|observatoire)(\/[\w:%~-][\w.:%~-]*)*\/?(\?[\w.:%~=&-]*)?$/;
export const FIRST_PATH = '/espace';

export function nextPath(asked: string | null): string {
  return asked !== null && PRIVATE.test(asked) ? asked : FIRST_PATH;
}
