// Drill: the server is killed again and again while people write; is every acknowledged edit there, once?

import { availableKinds } from '#tests/support/database.ts';
import type { Drill } from './drill-result.ts';
import { drillEdits } from './kill-while-writing.ts';

const EDITS = 1000;
const KILLS = 20;

export const drill: Drill = async (tell, only) => {
  const faults: string[] = [];
  const kinds = availableKinds('edits under kill -9');
  for (const kind of kinds.filter((each) => only === undefined || each === only)) {
    const outcome = await drillEdits({ kind, edits: EDITS, kills: KILLS, tell });
    faults.push(...outcome.faults.map((fault) => `${kind} database: ${fault}`));
    tell(
      `${kind} database: ${outcome.acknowledged} edits acknowledged, ${outcome.created} offers and ` +
        `${outcome.published} versions, ${outcome.kills} kills (${outcome.cutShort} requests cut short), ` +
        `${outcome.entries} entries in the history, ${Math.round(outcome.ms / 1000)} s.`,
    );
  }
  return faults;
};
