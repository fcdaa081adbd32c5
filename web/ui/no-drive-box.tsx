// « Je ne conduis pas », remembered on this device when asked, said, and erased by unticking. No cookie.

import { createSignal, onMount } from 'solid-js';

const NAME = 'voisoin.no-drive';

export type NoDriveBoxProps = {
  label: string;
  hint: string;
  /** Ticked by the person, or remembered from another visit. */
  onNoDrive: (how: 'ticked' | 'remembered') => void;
};

/** Without JavaScript nothing can be remembered: the box is not shown. Its value is never sent. */
export function NoDriveBox(props: NoDriveBoxProps) {
  const [kept, setKept] = createSignal(false);

  onMount(() => {
    if (!isKept()) return;
    setKept(true);
    props.onNoDrive('remembered');
  });

  function keep(ticked: boolean) {
    setKept(ticked);
    remember(ticked);
    if (ticked) props.onNoDrive('ticked');
  }

  return (
    <label class="check no-drive needs-script">
      <input
        type="checkbox"
        checked={kept()}
        onChange={(event) => keep(event.currentTarget.checked)}
      />
      <span>
        {props.label}
        <span class="field-hint">{props.hint}</span>
      </span>
    </label>
  );
}

function isKept(): boolean {
  try {
    return localStorage.getItem(NAME) === 'oui';
  } catch {
    return false;
  }
}

function remember(kept: boolean): void {
  try {
    if (kept) localStorage.setItem(NAME, 'oui');
    else localStorage.removeItem(NAME);
  } catch {
    // A browser that keeps nothing: the choice lasts as long as this page.
  }
}
