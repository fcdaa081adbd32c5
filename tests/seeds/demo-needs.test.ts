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
    ['drogue', 'addictions'],
    ['vaccination', 'vaccination'],
    ['violence', 'violences'],
    ['violance', 'violences'],
    ['mon mari me frappe', 'violences'],
    ['il me bat', 'violences'],
    ['mon mari est malade', 'aidants'],
    ['cœur', 'medecin-specialiste'],
    ['appareil auditif', 'medecin-specialiste'],
    ['migraine', 'medecin-generaliste'],
    ['mal de tête', 'medecin-generaliste'],
    ['douleur', 'medecin-generaliste'],
    ['j’étouffe', 'urgences'],
    ['crise cardiaque', 'urgences'],
    ['yeux', 'ophtalmologue'],
    ['ordonnance', 'medecin-generaliste'],
    ['médicaments', 'pharmacie'],
    ['prise de sang', 'prise-de-sang'],
    ['dépression', 'parler-a-quelquun'],
    ['impôts', 'demarches-droits'],
    ['dantiste', 'dentiste'],
    ['aide a domicille', 'aide-a-domicile'],
    ['parler a quelquun', 'parler-a-quelquun'],
  ])('« %s » leads first to %s', (words, needId) => {
    expect(matchNeeds(words, DEMO_NEEDS)[0]?.need.id).toBe(needId);
  });

  it('tells the number to call of the need where nobody should wait for a place', () => {
    const violence = DEMO_NEEDS.find(({ id }) => id === 'violences');
    expect(violence?.label.fr).toContain('3919');
    expect(violence?.label.en).toContain('3919');
    expect(violence?.plain.fr).toContain('17');
  });
});
