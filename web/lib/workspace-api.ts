// Where does the API keep what belongs to one organization?

/** `/api/workspaces/{id}`, or of one of its offers. */
export function workspaceApi(workspaceId: string, offerId?: string): string {
  const workspace = `/api/workspaces/${encodeURIComponent(workspaceId)}`;
  return offerId === undefined ? workspace : `${workspace}/offers/${encodeURIComponent(offerId)}`;
}

/** `/espace/{id}`, or the editor of one of its offers: without the language. */
export function workspacePath(workspaceId: string, offerId?: string): string {
  const workspace = `/espace/${encodeURIComponent(workspaceId)}`;
  return offerId === undefined ? workspace : `${workspace}/offres/${encodeURIComponent(offerId)}`;
}
