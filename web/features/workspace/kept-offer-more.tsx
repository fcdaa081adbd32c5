// What is done with an offer more rarely: interrupted, reviewed more or less often, copied, put away.

import { For, Show } from 'solid-js';
import { isAllowed } from '#domain/account/roles.ts';
import { localMoment } from '#web/lib/format.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { Field } from '#web/ui/field.tsx';
import { DateField, TextField } from '#web/ui/text-field.tsx';
import { type KeptOfferProps, OfferForm } from './offer-form.tsx';

const RHYTHMS = [30, 60, 90, 180, 365, 730] as const;

export function KeptOfferMore(props: KeptOfferProps & { name: string }) {
  const { text, nowMs } = usePage();
  const words = text.workspace.offers;
  const { offer, data, name } = props;
  const may = (permission: Parameters<typeof isAllowed>[1]) =>
    isAllowed(data.workspace.role, permission);
  const today = localMoment(nowMs).date;
  const rhythms = [...new Set([...RHYTHMS, offer.reviewEveryDays])].toSorted((a, b) => a - b);
  return (
    <Disclosure
      summary={
        <>
          {words.more} <span class="visually-hidden">({name})</span>
        </>
      }
    >
      <div class="kept-more">
        <Show when={may('offer.publish') && offer.versionInUse !== null}>
          <section>
            <h3>{words.suspend.title}</h3>
            <Show
              when={offer.suspension === null}
              fallback={
                <OfferForm offer={offer} data={data}>
                  <Button
                    type="submit"
                    name="geste"
                    value="reprendre"
                    label={words.suspend.liftOf(name)}
                  >
                    {words.suspend.lift}
                  </Button>
                </OfferForm>
              }
            >
              <p class="field-hint">{words.suspend.hint}</p>
              <OfferForm offer={offer} data={data} class="kept-form">
                <DateField name="du" label={words.suspend.from} value={today} required />
                <DateField
                  name="au"
                  label={words.suspend.until}
                  hint={words.suspend.untilHint}
                  min={today}
                />
                <TextField
                  name="raison"
                  label={words.suspend.note}
                  note={text.common.optional}
                  maxLength={300}
                />
                <Button type="submit" look="quiet" name="geste" value="interrompre">
                  {words.suspend.submit}
                </Button>
              </OfferForm>
            </Show>
          </section>
        </Show>
        <Show when={may('offer.confirm')}>
          <section>
            <h3>{words.review.title}</h3>
            <OfferForm offer={offer} data={data} class="kept-form">
              <Field label={words.review.label}>
                {(ids) => (
                  <select class="input" id={ids.id} name="jours">
                    <For each={rhythms}>
                      {(days) => (
                        <option value={days} selected={days === offer.reviewEveryDays}>
                          {words.review.days(days)}
                        </option>
                      )}
                    </For>
                  </select>
                )}
              </Field>
              <Button type="submit" look="quiet" name="geste" value="rythme">
                {words.review.submit}
              </Button>
            </OfferForm>
          </section>
        </Show>
        <Show when={may('offer.publish') && offer.versionInUse !== null}>
          <section>
            <h3>{words.withdraw.title}</h3>
            <p class="field-hint">{words.withdraw.hint}</p>
            <Disclosure summary={words.withdraw.open}>
              <OfferForm offer={offer} data={data} class="kept-form">
                <TextField
                  name="raison"
                  label={words.withdraw.reason}
                  hint={words.withdraw.reasonHint}
                  maxLength={300}
                  required
                />
                <Button
                  type="submit"
                  look="quiet"
                  name="geste"
                  value="retirer"
                  label={words.withdraw.submitOf(name)}
                >
                  {words.withdraw.submit}
                </Button>
              </OfferForm>
            </Disclosure>
          </section>
        </Show>
        <section>
          <OfferForm offer={offer} data={data} class="actions">
            <input type="hidden" name="cle" value={`${data.key}-${offer.id}`} />
            <Button type="submit" look="quiet" name="geste" value="copier">
              {words.copy}
            </Button>
            <Show when={may('offer.publish')}>
              <Button type="submit" look="plain" name="geste" value="ranger">
                {words.archive}
              </Button>
            </Show>
          </OfferForm>
          <Show when={may('offer.publish')}>
            <p class="field-hint">{words.archiveHint}</p>
          </Show>
        </section>
      </div>
    </Disclosure>
  );
}
