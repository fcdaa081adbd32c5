// Where is it? A latitude and a longitude, written or read.

import { createEffect, createSignal, on } from 'solid-js';
import type { LonLat } from '#domain/geo.ts';
import { usePage } from '#web/lib/page-context.ts';
import { TextField } from '#web/ui/text-field.tsx';
import { cornerRow, readCorner } from './corner-rows.ts';

export type PositionFieldProps = {
  name: string;
  /** Said instead of « Position » where nothing around tells whose it is. */
  label?: string;
  /** Null: not known yet. */
  point: LonLat | null;
  onPoint: (point: LonLat) => void;
};

/** What is written stays as it is; the position follows as soon as it can be read. */
export function PositionField(props: PositionFieldProps) {
  const { text } = usePage();
  const words = text.editor.where.points;
  const rowOf = (point: LonLat | null) => (point === null ? '' : cornerRow(point));
  const [written, setWritten] = createSignal(rowOf(props.point));
  const isUnread = () =>
    readCorner(written()) === null && (props.point !== null || written().trim() !== '');
  createEffect(
    on(
      () => rowOf(props.point),
      (row) => {
        const read = readCorner(written());
        if (read === null || cornerRow(read) !== row) setWritten(row);
      },
      { defer: true },
    ),
  );
  return (
    <TextField
      label={props.label ?? words.position}
      hint={words.positionHint}
      name={props.name}
      error={isUnread() ? words.positionUnread : undefined}
      value={written()}
      onInput={(row) => {
        setWritten(row);
        const point = readCorner(row);
        if (point !== null) props.onPoint(point);
      }}
    />
  );
}
