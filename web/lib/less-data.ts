// When may a page fetch something heavy that nobody asked for yet?

/** True on a slow or counted network: what is heavy then waits for a press. */
export function wantsLessData(): boolean {
  const connection = (
    navigator as Navigator & { connection?: { saveData?: boolean; effectiveType?: string } }
  ).connection;
  if (connection === undefined) return false;
  return (
    connection.saveData === true ||
    connection.effectiveType?.includes('2g') === true ||
    connection.effectiveType === '3g'
  );
}

export function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(run, { timeout: 4000 });
  else setTimeout(run, 1500);
}
