// « Voir ce que cela change »: to the figures, for hands and readers alike. The address keeps the scenario.

import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';

export const RESULT_ID = 'resultat';

export function SeeResult() {
  const { text } = usePage();
  return (
    <Button look="plain" onClick={() => document.getElementById(RESULT_ID)?.focus()}>
      {text.scenario.form.see}
    </Button>
  );
}
