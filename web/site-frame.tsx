// What surrounds every page and never changes: header, numbers to call, footer. Not hydrated.

import { For, Show } from 'solid-js';
import { NoHydration } from 'solid-js/web';
import { phoneOf } from '#domain/directory/phone.ts';
import type { HelpNumber } from '#domain/territory/territory.ts';
import { LOCALES, languageOf } from '#web/i18n/dictionaries.ts';
import type { Dictionary } from '#web/i18n/fr.ts';
import type { Format } from '#web/lib/format.ts';
import { localMoment } from '#web/lib/format.ts';
import { type Locale, localePath } from '#web/lib/locale.ts';
import type { Site } from '#web/lib/page.ts';
import type { TerritoryColours } from '#web/lib/readable-colour.ts';
import { type EmergencyNumber, EmergencyStrip } from '#web/ui/emergency-strip.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { TerritoryBand } from '#web/ui/territory-band.tsx';
import { Wordmark } from '#web/ui/wordmark.tsx';

export type SiteFrameProps = {
  locale: Locale;
  path: string;
  search: string;
  origin: string;
  nowMs: number;
  text: Dictionary;
  format: Format;
  site: Site | null;
  helpNumbers: readonly HelpNumber[];
  colours: TerritoryColours | null;
};

export function SiteHeader(props: SiteFrameProps) {
  const links = () => [
    { href: '/', label: props.text.common.search },
    { href: '/annuaire', label: props.text.common.directory },
    { href: '/transports', label: props.text.common.transports },
    // Pages of people signed in only: all others are the same for everybody.
    ...(/^\/(espace|compte)(\/|$)/.test(props.path)
      ? [
          { href: '/espace', label: props.text.account.space },
          { href: '/compte', label: props.text.account.myAccount },
        ]
      : []),
  ];
  const others = () => LOCALES.filter((locale) => locale !== props.locale);
  const isCurrent = (href: string) =>
    href === '/' ? props.path === '/' : props.path.startsWith(href);
  return (
    <NoHydration>
      <a class="skip-link" href="#contenu">
        {props.text.common.skip}
      </a>
      <p class="print-header print-only">
        <strong>{props.text.common.product}</strong> {props.site?.territoryName}
        <span>
          {props.text.common.printedOn(props.format.date(localMoment(props.nowMs).date, 0))}
        </span>
        <span>
          {props.origin.replace(/^https?:\/\//, '') + localePath(props.locale, props.path)}
        </span>
      </p>
      <header class="site-header">
        <nav class="help-bar on-fill" aria-label={props.text.help.bar}>
          <ul class="wrap">
            <For each={props.text.help.numbers.filter((item) => item.channel === 'call')}>
              {(item) => (
                <li>
                  <a href={`tel:${item.dial}`} title={item.when}>
                    <strong>{item.number.replace(' ', '\u00a0')}</strong>{' '}
                    <span class="help-bar-label">{item.short}</span>
                  </a>
                </li>
              )}
            </For>
            <li>
              <a href="#emergency-title">
                <Icon name="info" />
                <span class="help-bar-label">{props.text.help.allNumbers}</span>
              </a>
            </li>
          </ul>
        </nav>
        <div class="wrap site-header-main">
          <Wordmark
            href={localePath(props.locale, '/')}
            name={props.text.common.product}
            tagline={props.site?.territoryName ?? props.text.common.tagline}
          />
          <nav class="site-nav" aria-label={props.text.common.navigation}>
            <ul class="site-nav-list">
              <For each={links()}>
                {(link) => (
                  <li>
                    <a
                      href={localePath(props.locale, link.href)}
                      aria-current={isCurrent(link.href) ? 'page' : undefined}
                    >
                      {link.label}
                    </a>
                  </li>
                )}
              </For>
            </ul>
            <ul class="site-languages">
              <For each={others()}>
                {(locale) => (
                  <li>
                    <a
                      href={localePath(locale, props.path) + props.search}
                      hreflang={locale}
                      lang={locale}
                      aria-label={languageOf(locale).invitation}
                    >
                      {languageOf(locale).name}
                    </a>
                  </li>
                )}
              </For>
            </ul>
          </nav>
        </div>
        <Show when={props.colours}>
          {(colours) => <TerritoryBand light={colours().light} dark={colours().dark} />}
        </Show>
      </header>
    </NoHydration>
  );
}

export function SiteFooter(props: SiteFrameProps) {
  // Known numbers are said in the page's language; those only the territory knows, in its own words.
  const allNumbers = () => {
    const known = new Set<string>(props.text.help.numbers.map(({ dial }) => dial));
    const others = props.helpNumbers.map(toEmergencyNumber).filter(({ dial }) => !known.has(dial));
    return [...props.text.help.numbers, ...others];
  };
  const links = () => [
    { href: '/observatoire', label: props.text.access.nav },
    { href: '/a-propos/sources', label: props.text.common.sources },
    { href: '/a-propos/classement', label: props.text.common.ranking },
    { href: '/a-propos/accessibilite', label: props.text.common.accessibility },
    { href: '/a-propos/donnees-personnelles', label: props.text.common.privacy },
    { href: '/espace', label: props.text.account.nav },
  ];
  return (
    <NoHydration>
      <EmergencyStrip
        title={props.text.help.title}
        intro={props.text.help.intro}
        numbers={allNumbers()}
      />
      <footer class="site-footer">
        <div class="wrap">
          <p class="site-promise">
            <Icon name="shield" /> {props.text.common.footerPromise}
          </p>
          <nav aria-label={props.text.common.footer}>
            <ul class="site-footer-list">
              <For each={links()}>
                {(link) => (
                  <li>
                    <a href={localePath(props.locale, link.href)}>{link.label}</a>
                  </li>
                )}
              </For>
            </ul>
          </nav>
        </div>
      </footer>
    </NoHydration>
  );
}

function toEmergencyNumber(help: HelpNumber): EmergencyNumber {
  const phone = phoneOf(help.number);
  return {
    number: phone?.display ?? help.number,
    dial: phone?.dial ?? help.number,
    label: help.label,
    when: help.when,
    hours: null,
    kind: help.kind,
    channel: 'call',
  };
}
