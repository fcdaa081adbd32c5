// What is known of the people who search, what is kept, and how professionals may object.

import type { TerritoryContact } from '#domain/territory/territory.ts';
import type { Page } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { territoryContacts } from './about-contacts.ts';
import { AboutDocument } from './about-document.tsx';

type PrivacyData = { contacts: readonly TerritoryContact[] };

export const privacyPage: Page<PrivacyData> = {
  async load(request) {
    const { title, lead } = request.text.about.privacy;
    const contacts = await territoryContacts(request);
    return { kind: 'page', head: { title, description: lead }, data: { contacts } };
  },
  Content(props) {
    const { text } = usePage();
    return <AboutDocument page={text.about.privacy} contacts={props.data.contacts} />;
  },
};
