// What the person who ran an import reads at the end.

import type { ImportReport } from '#seeds/pipeline/run-import.ts';
import type { Reject } from '#seeds/pipeline/source.ts';

const SHOWN_REJECTS = 10;

const STATUS_SENTENCES: Readonly<Record<ImportReport['status'], string>> = {
  done: 'Import terminé.',
  unchanged: 'Rien à faire : ce fichier est déjà importé.',
  failed: 'Import refusé : un contrôle a échoué, rien n’a changé.',
  dry_run: 'Essai réussi, rien n’a été écrit.',
};

const whole = new Intl.NumberFormat('fr-FR');

export function describeImport(report: ImportReport): string {
  const { parsed, checks, counts } = report;
  const lines = [
    STATUS_SENTENCES[report.status],
    `  Fichier  ${report.fileName}`,
    `  Source   ${[report.sourceName, report.licence].filter((text) => text !== null).join(', ')}`,
  ];
  if (parsed.asOf !== null) lines.push(`  Données  ${parsed.asOf}`);
  if (parsed.validFrom !== null)
    lines.push(`  Valable  ${parsed.validFrom} → ${parsed.validTo ?? '?'}`);
  if (report.status !== 'unchanged') {
    const kept = parsed.readCount - parsed.rejects.length;
    lines.push(
      `  Lignes   ${whole.format(parsed.readCount)} lues, ${whole.format(kept)} gardées, ${whole.format(parsed.rejects.length)} refusées`,
    );
  }
  for (const [what, count] of Object.entries(counts)) {
    lines.push(`  Écrit    ${what} : ${whole.format(count)}`);
  }
  for (const { label, passed, detail } of checks) {
    lines.push(`  ${passed ? 'Contrôle' : 'ÉCHEC   '} ${label} : ${detail}`);
  }
  lines.push(
    ...parsed.rejects.slice(0, SHOWN_REJECTS).map((reject) => `  Refusé   ${saidReject(reject)}`),
  );
  const hidden = parsed.rejects.length - SHOWN_REJECTS;
  if (hidden > 0)
    lines.push(`  …        et ${whole.format(hidden)} autres, gardés dans le journal`);
  lines.push(`  Durée    ${whole.format(report.durationMs)} ms`);
  return lines.join('\n');
}

function saidReject({ line, column, value, reason }: Reject): string {
  const where = [
    line === null ? null : `n° ${line}`,
    column,
    value === null ? null : `« ${value} »`,
  ].filter((part) => part !== null);
  return where.length === 0 ? reason : `${where.join(', ')} : ${reason}`;
}
