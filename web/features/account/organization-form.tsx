// The form that opens the space of an organization.

import { For } from 'solid-js';
import { WORKSPACE_KINDS } from '#domain/account/roles.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { FieldError } from '#web/ui/field.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { CheckField, TextField } from '#web/ui/text-field.tsx';
import type { OrganizationsData } from './organizations-load.ts';

export function OrganizationForm(props: { data: OrganizationsData }) {
  const { text, link } = usePage();
  const words = text.account.organizations;
  const form = () => props.data.form;
  const nameError = () => {
    const { fault } = form();
    return fault === 'nameMissing' || fault === 'nameTaken' ? words[fault] : undefined;
  };
  const placeError = () =>
    form().fault === 'territoryMissing' ? words.territoryMissing : undefined;
  return (
    <section aria-labelledby="ouvrir">
      <h2 id="ouvrir">{words.openTitle}</h2>
      <form class="account-form card" method="post" action={link(props.data.path)}>
        <input type="hidden" name="cle" value={form().key} />
        <TextField
          id="nom"
          label={words.name}
          hint={words.nameHint}
          name="nom"
          value={form().name}
          maxLength={120}
          required
          error={nameError()}
        />
        <RadioGroup
          legend={words.kind}
          name="genre"
          value={form().kind}
          options={WORKSPACE_KINDS.map((kind) => ({
            value: kind,
            label: words.kinds[kind],
            hint: words.kindHints[kind],
          }))}
        />
        <fieldset
          class="radio-group"
          aria-describedby={placeError() === undefined ? undefined : 'territoire-error'}
        >
          <legend class="field-label">{words.territories}</legend>
          <FieldError id="territoire-error" text={placeError()} />
          <For each={props.data.territories} fallback={<p>{words.noTerritory}</p>}>
            {({ code, name }) => (
              <CheckField
                label={name}
                name="territoire"
                value={code}
                checked={form().territoryCodes.includes(code)}
              />
            )}
          </For>
        </fieldset>
        <TextField
          id="adresse"
          label={words.email}
          hint={words.emailHint}
          name="adresse"
          value={form().email}
          inputMode="email"
          required
          error={form().fault === 'badEmail' ? text.account.signIn.badEmail : undefined}
        />
        <Button type="submit" icon="mail" name="geste" value="ouvrir">
          {words.open}
        </Button>
      </form>
    </section>
  );
}
