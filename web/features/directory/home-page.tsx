// The first page: four questions, then the other ways in.

import './home-page.css';
import { For } from 'solid-js';
import { localMoment } from '#web/lib/format.ts';
import type { Page } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Icon } from '#web/ui/icon.tsx';
import { HomeLandscape } from './home-landscape.tsx';
import { readSearch } from './need-search.ts';
import { NeedSearchForm, type SearchFormValues } from './need-search-form.tsx';

type HomeData = { values: SearchFormValues };

export const homePage: Page<HomeData> = {
  async load(request) {
    const search = readSearch(request.query);
    const values = {
      needId: null,
      needText: search.need,
      placeKey: null,
      placeText: search.place,
      mode: search.mode,
      day: search.day,
      time: search.time,
      radiusMeters: null,
      accessible: false,
    };
    return {
      kind: 'page',
      head: {
        title: request.text.home.pageTitle,
        description: request.text.home.description,
        canonical: '/',
      },
      data: { values },
    };
  },

  Content(props) {
    const { text, link, nowMs } = usePage();
    const ways = [
      {
        href: '/annuaire',
        icon: 'book' as const,
        title: text.home.directoryLink,
        lead: text.home.directoryText,
      },
      {
        href: '/transports',
        icon: 'coach' as const,
        title: text.home.transportsLink,
        lead: text.home.transportsText,
      },
      {
        href: '/annuaire?imprimer=oui',
        icon: 'print' as const,
        title: text.home.printLink,
        lead: text.home.printText,
      },
    ];
    return (
      <main id="contenu" class="home">
        <section class="hero">
          <div class="wrap hero-inner">
            <div class="hero-words">
              <h1>{text.home.title}</h1>
              <p class="hero-lead">{text.home.lead}</p>
            </div>
            <HomeLandscape />
          </div>
        </section>
        <div class="wrap">
          <div class="home-card">
            <NeedSearchForm
              look="home"
              values={props.data.values}
              today={localMoment(nowMs).date}
            />
          </div>
          <section class="home-ways" aria-labelledby="home-ways">
            <h2 id="home-ways">{text.home.moreTitle}</h2>
            <ul class="way-list">
              <For each={ways}>
                {(way) => (
                  <li>
                    <a href={link(way.href)} class="way">
                      <Icon name={way.icon} />
                      <span>
                        <strong>{way.title}</strong>
                        <span>{way.lead}</span>
                      </span>
                      <Icon name="chevron_right" class="way-mark" />
                    </a>
                  </li>
                )}
              </For>
            </ul>
          </section>
        </div>
      </main>
    );
  },
};
