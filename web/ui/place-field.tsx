// « D'où partez-vous ? »: a commune by its name, a former name or a postcode, or where one stands.

import { createSignal, Show } from 'solid-js';
import { Combobox, type ComboboxLabels, type ComboboxOption } from './combobox.tsx';
import { Field } from './field.tsx';
import { Icon } from './icon.tsx';

type PlaceChoice = { value: string; label: string };

type PlaceFieldLabels = ComboboxLabels & {
  locate: string;
  locating: string;
  locateFailed: string;
};

export type PlaceFieldProps = {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  textName: string;
  valueName: string;
  text: string;
  value: string | null;
  suggest: (query: string, signal: AbortSignal) => Promise<readonly ComboboxOption[]>;
  /** The commune at a point, or null when none is known there. */
  nearest: (lon: number, lat: number) => Promise<PlaceChoice | null>;
  labels: PlaceFieldLabels;
  onText: (text: string) => void;
  onChoose: (choice: PlaceChoice) => void;
};

export function PlaceField(props: PlaceFieldProps) {
  const [locating, setLocating] = createSignal(false);
  const [failed, setFailed] = createSignal(false);

  async function locate() {
    setLocating(true);
    setFailed(false);
    try {
      const position = await currentPosition();
      // Two decimals are about a kilometre: enough for a commune, too little to find a house.
      const found = await props.nearest(
        Math.round(position.longitude * 100) / 100,
        Math.round(position.latitude * 100) / 100,
      );
      if (found === null) setFailed(true);
      else props.onChoose(found);
    } catch {
      setFailed(true);
    } finally {
      setLocating(false);
    }
  }

  return (
    <Field
      id={props.id}
      label={props.label}
      hint={props.hint}
      error={props.error ?? (failed() ? props.labels.locateFailed : undefined)}
    >
      {(ids) => (
        <Combobox
          id={ids.id}
          icon="pin"
          textName={props.textName}
          valueName={props.valueName}
          text={props.text}
          value={props.value}
          suggest={(query, signal) => props.suggest(query, signal)}
          labels={props.labels}
          describedBy={ids.describedBy}
          invalid={ids.invalid}
          onText={(text) => {
            setFailed(false);
            props.onText(text);
          }}
          onChoose={(option) => props.onChoose(option)}
          trailing={
            <button
              type="button"
              class="locate needs-script"
              disabled={locating()}
              onClick={() => void locate()}
            >
              <Icon name="locate" />
              <span>
                <Show when={locating()} fallback={props.labels.locate}>
                  {props.labels.locating}
                </Show>
              </span>
            </button>
          }
        />
      )}
    </Field>
  );
}

function currentPosition(): Promise<GeolocationCoordinates> {
  return new Promise((resolve, reject) => {
    if (!('geolocation' in navigator)) return reject(new Error('no geolocation in this browser'));
    navigator.geolocation.getCurrentPosition((position) => resolve(position.coords), reject, {
      enableHighAccuracy: false,
      timeout: 10_000,
      maximumAge: 600_000,
    });
  });
}
