// What the person who ran an import reads at the end.

import { type NumberedBy, rowNumber } from '#seeds/pipeline/numbered-by.ts';
import type { ImportReport } from '#seeds/pipeline/run-import.ts';
import type { Reject } from '#seeds/pipeline/source.ts';

const SHOWN_REJECTS = 10;

const STATUS_SENTENCES: Readonly<Record<ImportReport['status'], string>> = {
  done: 'Import terminé.',
  unchanged: 'Rien à faire : ce fichier est déjà importé (--again pour le relire).',
  failed: 'Import refusé : un contrôle a échoué, rien n’a changé.',
  dry_run: 'Essai réussi, rien n’a été écrit.',
};

const whole = new Intl.NumberFormat('fr-FR');

export function describeImport(report: ImportReport): string {
  const { read, rejects, rejectedCount, checks, accepted, counts } = report;
  const lines = [
    STATUS_SENTENCES[report.status],
    `  Fichier  ${report.fileName}`,
    `  Source   ${[report.sourceName, report.licence].filter((text) => text !== null).join(', ')}`,
  ];
  if (read.asOf !== null) lines.push(`  Données  ${read.asOf}`);
  if (read.validFrom !== null) lines.push(`  Valable  ${read.validFrom} → ${read.validTo ?? '?'}`);
  if (report.status !== 'unchanged') lines.push(`  Lignes   ${saidCounts(report)}`);
  for (const [what, count] of Object.entries(counts)) {
    lines.push(`  Écrit    ${what} : ${whole.format(count)}`);
  }
  for (const { guard, label, passed, detail } of checks) {
    const verdict = passed ? 'Contrôle' : accepted.includes(guard) ? 'ACCEPTÉ ' : 'ÉCHEC   ';
    lines.push(`  ${verdict} ${label} : ${detail}`);
  }
  const refused = checks.filter(({ guard, passed }) => !passed && !accepted.includes(guard));
  // Nothing at all is not to be put in the place of what is there.
  if (refused.length > 0 && read.keptCount > 0) {
    const words = refused.map(({ guard }) => `--accept ${guard}`).join(' ');
    lines.push(`  …        pour passer outre, après vérification : ${words}`);
  }
  lines.push(
    ...rejects
      .slice(0, SHOWN_REJECTS)
      .map((reject) => `  Refusé   ${saidReject(reject, report.numberedBy)}`),
  );
  const hidden = rejectedCount - Math.min(rejects.length, SHOWN_REJECTS);
  if (hidden > 0) {
    lines.push(
      `  …        et ${whole.format(hidden)} autres : npm run import -- rejects ${report.importer}`,
    );
  }
  for (const sentence of report.loadFirst) lines.push(`  Manque   ${sentence}`);
  if (report.loadFirst.length > 0) {
    const again = report.status === 'done' ? ', avec --again' : '';
    lines.push(`  …        puis cette commande une nouvelle fois${again}.`);
  }
  lines.push(`  Durée    ${whole.format(report.durationMs)} ms`);
  return lines.join('\n');
}

function saidCounts({ read, rejectedCount, unchangedCount }: ImportReport): string {
  const leftOut = read.readCount - read.keptCount - rejectedCount;
  return [
    `${whole.format(read.readCount)} lues`,
    `${whole.format(read.keptCount)} gardées`,
    ...(unchangedCount > 0 ? [`${whole.format(unchangedCount)} sans changement`] : []),
    ...(leftOut > 0 ? [`${whole.format(leftOut)} hors de la demande`] : []),
    `${whole.format(rejectedCount)} refusées`,
  ].join(', ');
}

function saidReject({ file, line, column, value, reason }: Reject, counted: NumberedBy): string {
  const where = [
    file ?? null,
    line === null ? null : rowNumber(line, file ?? null, counted),
    column,
    value === null ? null : `« ${value} »`,
  ].filter((part) => part !== null);
  return where.length === 0 ? reason : `${where.join(', ')} : ${reason}`;
}
