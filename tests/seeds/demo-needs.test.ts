import { describe, expect, it } from 'vitest';
import { NEED_GROUPS } from '#domain/directory/directory.ts';
import { matchNeeds } from '#domain/directory/match-needs.ts';
import { specialityWork } from '#domain/directory/rpps-speciality.ts';
import { ALL_NEEDS } from '#seeds/demo/directory/all-needs.ts';
import { demoEntries } from '#seeds/demo/directory/entries.ts';
import { CLS_THEMES } from '#seeds/demo/directory/themes.ts';
import { HALO_SEEDS, TERRITORY_SEEDS } from '#seeds/demo/territory/communes.ts';

const entries = demoEntries();

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
    ['ophtalmo', 'medecin-ophtalmologue'],
    ['pédicure', 'pedicure-podologue'],
    ['alcool', 'addictions'],
    ['drogue', 'addictions'],
    ['vaccination', 'vaccination'],
    ['violence', 'violences'],
    ['violance', 'violences'],
    ['mon mari me frappe', 'violences'],
    ['il me bat', 'violences'],
    ['mon mari est malade', 'aidants'],
    ['cœur', 'cardiologue'],
    ['appareil auditif', 'orl'],
    ['spécialiste', 'medecin-specialiste'],
    ['cardiologue', 'cardiologue'],
    ['cardio', 'cardiologue'],
    ['ophtalmologue', 'medecin-ophtalmologue'],
    ['ophtalmologiste', 'medecin-ophtalmologue'],
    ['gynécologue', 'gynecologue'],
    ['ginecologue', 'gynecologue'],
    ['pédiatre', 'pediatre'],
    ['psychiatre', 'psychiatrie'],
    ['dermatologue', 'dermatologue'],
    ['dermato', 'dermatologue'],
    ['rhumatologue', 'rhumatologue'],
    ['neurologue', 'neurologue'],
    ['orthodontiste', 'orthodontiste'],
    ['podologue', 'pedicure-podologue'],
    ['radiologue', 'radio-scanner'],
    ['diabétologue', 'endocrinologue'],
    ['chirurgien', 'chirurgien'],
    ['se faire opérer', 'chirurgie'],
    ['psychologue', 'psychologue'],
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
    expect(matchNeeds(words, ALL_NEEDS)[0]?.need.id).toBe(needId);
  });

  it('names each need once, and every need a speciality of the register names', () => {
    const ids = ALL_NEEDS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const codes = Array.from({ length: 100 }, (_, at) => String(at).padStart(2, '0'));
    const named = ['10', '40', '60'].flatMap((profession) =>
      ['SM', 'CEX', 'SCD', 'SI'].flatMap((table) =>
        codes.flatMap((code) => {
          const work = specialityWork(profession, table + code);
          return work === null || work === 'elsewhere' ? [] : work.needIds;
        }),
      ),
    );
    expect(new Set(named).size).toBeGreaterThan(20);
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('tells the number to call of the need where nobody should wait for a place', () => {
    const violence = ALL_NEEDS.find(({ id }) => id === 'violences');
    expect(violence?.label.fr).toContain('3919');
    expect(violence?.label.en).toContain('3919');
    expect(violence?.plain.fr).toContain('17');
  });
});

describe('needs', () => {
  const sudCharente = new Set([...TERRITORY_SEEDS, ...HALO_SEEDS].map(({ insee }) => insee));

  it('fit in eight groups and speak as people do', () => {
    expect(ALL_NEEDS.length).toBeGreaterThanOrEqual(40);
    expect(new Set(ALL_NEEDS.map(({ group }) => group))).toEqual(new Set(NEED_GROUPS));
    const words = ALL_NEEDS.flatMap(({ synonyms }) => synonyms);
    for (const word of ['docteur', 'mal aux dents', 'kiné', 'vaccin', 'moral', 'sécu', 'papiers']) {
      expect(words).toContain(word);
    }
  });

  it.each(ALL_NEEDS.map((need) => [need.id, need] as const))(
    '« %s » leads to somebody in or around Sud Charente',
    (id, { categories }) => {
      const answers = entries.filter(
        ({ insee, category, services }) =>
          sudCharente.has(insee) &&
          (categories.includes(category) || services.some(({ needId }) => needId === id)),
      );
      expect(answers.length).toBeGreaterThan(0);
    },
  );

  it('are the only ones services name, and themes the only chapters', () => {
    const ids = new Set(ALL_NEEDS.map(({ id }) => id));
    const themes = new Set(CLS_THEMES.map(({ id }) => id));
    const named = entries.flatMap(({ services }) => services.map(({ needId }) => needId));
    expect(named.filter((id) => id !== null && !ids.has(id))).toEqual([]);
    expect(entries.flatMap((entry) => entry.themes).filter((id) => !themes.has(id))).toEqual([]);
  });
});
