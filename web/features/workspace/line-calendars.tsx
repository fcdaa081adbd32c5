// The days the trips of a line run, each kind of days under a name: « semaine », « samedi »…

import { createSignal, Index } from 'solid-js';
import type { LineTimetable } from '#domain/transport/offer-document.ts';
import { localMoment } from '#web/lib/format.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { CalendarFields } from './calendar-fields.tsx';
import { CalendarPreview } from './calendar-preview.tsx';
import { createListRows, RowsSaid } from './list-rows.tsx';

export type LineCalendarsProps = {
  timetable: LineTimetable;
  onChange: (timetable: LineTimetable) => void;
};

export function LineCalendars(props: LineCalendarsProps) {
  const { text, nowMs } = usePage();
  const words = text.editor.grid;
  const all = () => props.timetable.calendars;
  const rows = createListRows();
  /** The last one added: whoever adds days says which. */
  const [opened, setOpened] = createSignal<number | null>(null);
  const rename = (index: number, name: string) => {
    const before = all()[index]?.name;
    props.onChange({
      ...props.timetable,
      calendars: all().map((each, at) => (at === index ? { ...each, name } : each)),
      trips: props.timetable.trips.map((trip) =>
        trip.calendar === before ? { ...trip, calendar: name } : trip,
      ),
    });
  };
  const add = () => {
    const model = all().at(-1);
    if (model === undefined) return;
    const names = new Set(all().map(({ name }) => name));
    let name = words.calendarName(all().length + 1);
    while (names.has(name)) name = `${name}*`;
    setOpened(all().length);
    props.onChange({ ...props.timetable, calendars: [...all(), { ...model, name }] });
    rows.added(name);
  };
  const remove = (index: number) => {
    const calendars = all().filter((_, at) => at !== index);
    const gone = all()[index]?.name;
    const first = calendars[0]?.name ?? '';
    props.onChange({
      ...props.timetable,
      calendars,
      trips: props.timetable.trips.map((trip) =>
        trip.calendar === gone ? { ...trip, calendar: first } : trip,
      ),
    });
    rows.removed(gone ?? '', index);
  };
  return (
    <fieldset class="editor-list">
      <legend>{words.calendars}</legend>
      <Index each={all()}>
        {(each, index) => (
          <div data-row={rows.id}>
            <Disclosure
              summary={`${each().name} : ${text.rules.calendar(each().calendar)}`}
              open={index === 0 || index === opened()}
            >
              <div class="editor-fields">
                <TextField
                  label={words.calendarLabel}
                  name={`calendar-${index}`}
                  maxLength={40}
                  value={each().name}
                  onInput={(name) => rename(index, name)}
                />
                <CalendarFields
                  name={`calendar-${index}`}
                  calendar={each().calendar}
                  onChange={(calendar) =>
                    props.onChange({
                      ...props.timetable,
                      calendars: all().map((one, at) =>
                        at === index ? { ...one, calendar } : one,
                      ),
                    })
                  }
                />
                <CalendarPreview calendar={each().calendar} from={localMoment(nowMs).date} />
                {all().length > 1 ? (
                  <Button look="quiet" icon="close" onClick={() => remove(index)}>
                    {text.editor.removeItem(each().name)}
                  </Button>
                ) : null}
              </div>
            </Disclosure>
          </div>
        )}
      </Index>
      <div data-row-add={rows.id}>
        <Button look="quiet" onClick={add}>
          {words.addCalendar}
        </Button>
      </div>
      <RowsSaid rows={rows} />
    </fieldset>
  );
}
