// Where does one go after signing in? To the private page that was asked, and to no other site.

const PRIVATE = /^\/(espace|compte|invitation)(\/[\w:%~-][\w.:%~-]*)*\/?(\?[\w.:%~=&-]*)?$/;
export const FIRST_PATH = '/espace';

export function nextPath(asked: string | null): string {
  return asked !== null && PRIVATE.test(asked) ? asked : FIRST_PATH;
}
