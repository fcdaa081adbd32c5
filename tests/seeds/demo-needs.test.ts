import { describe, expect, it } from 'vitest';
import { matchNeeds } from '#domain/directory/match-needs.ts';
import { DEMO_NEEDS } from '#seeds/demo/directory/needs.ts';

describe('what people type', () => {
  it.each([
    ['docteur', 'medecin-generaliste'],
    ['doctuer', 'medecin-generaliste'],
    ['généraliste', 'medecin-generaliste'],
    ['mal aux dents', 'dentiste'],
    ['vacin', 'vaccination'],
    ['piqûre', 'infirmier'],
    ['labo', 'prise-de-sang'],
    ['kinésitérapeute', 'kinesitherapeute'],
    ['aide menagere', 'aide-a-domicile'],
    ['je suis déprimé', 'parler-a-quelquun'],
    ['suicide', 'parler-a-quelquun'],
    ['papiers', 'demarches-droits'],
    ['sécu', 'securite-sociale'],
    ['enceinte', 'grossesse'],
    ['urgances', 'urgences'],
    ['infarctus', 'urgences'],
    ['AVC', 'urgences'],
    ['maison de retraite', 'hebergement-personnes-agees'],
    ['handicapé', 'handicap'],
    ['je n’ai pas de voiture', 'mobilite'],
    ['plus de médecin', 'sans-medecin-traitant'],
    ['ophtalmo', 'ophtalmologue'],
    ['pédicure', 'maison-de-sante'],
    ['alcool', 'addictions'],
  ])('« %s » leads first to %s', (words, needId) => {
    expect(matchNeeds(words, DEMO_NEEDS)[0]?.need.id).toBe(needId);
  });
});
