// The accessibility statement: what is checked, what is not, whom to tell.

import type { TerritoryContact } from '#domain/territory/territory.ts';
import type { Page } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { territoryContacts } from './about-contacts.ts';
import { AboutDocument } from './about-document.tsx';

type AccessibilityData = { contacts: readonly TerritoryContact[] };

export const accessibilityPage: Page<AccessibilityData> = {
  async load(request) {
    const { title, lead } = request.text.about.accessibility;
    const contacts = await territoryContacts(request);
    return { kind: 'page', head: { title, description: lead }, data: { contacts } };
  },
  Content(props) {
    const { text } = usePage();
    return <AboutDocument page={text.about.accessibility} contacts={props.data.contacts} />;
  },
};
