// « Transport sur prescription : que demander au médecin ? »: questions, then a list to take along.
//
// The answers travel in the body of a form, or stay in the browser: no address and no log holds them.

import './medical-page.css';
import type { MedicalAnswers } from '#domain/transport/medical-situations.ts';
import type { Page, PageOutcome, PageRequest } from '#web/lib/page.ts';
import { MedicalContent } from './medical-content.tsx';
import { readMedicalAnswers } from './medical-form.ts';

/** `answered`: the list is shown; before, the questions alone. */
export type MedicalData = { answers: MedicalAnswers; answered: boolean };

export const medicalPage: Page<MedicalData> = {
  /** `km`: how far it is by road, known to a page that leads here. */
  load: async (request) => {
    const oneWayKm = request.query.get('km') ?? '';
    return page(request, readMedicalAnswers(new URLSearchParams({ oneWayKm })), false);
  },
  submit: async (request, form) => page(request, readMedicalAnswers(form), true),
  Content: MedicalContent,
};

function page(
  { text }: PageRequest,
  answers: MedicalAnswers,
  answered: boolean,
): PageOutcome<MedicalData> {
  const { title, description } = text.medical;
  return {
    kind: 'page',
    head: { title, description, canonical: '/transport-sur-prescription' },
    data: { answers, answered },
  };
}
