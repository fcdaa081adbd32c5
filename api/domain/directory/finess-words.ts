// How are the capitals of the register written for a reader? « MAISON DE SANTE D'AUBETERRE » becomes
// « Maison de Sante d’Aubeterre »: accents are not guessed, nor which nouns are proper; small words
// and acronyms are known. A text that has small letters is left as it is.

const SMALL = new Set(
  'de du des d la le les l et ou à au aux en sur sous pour par chez dans lès'.split(' '),
);

/** Acronyms with vowels; those without are known by that. */
const ACRONYMS = new Set(
  (
    'EHPAD EHPA SSIAD SPASAD SAAD SAAS ADMR USLD HAD IME IMPRO ITEP SESSAD ESAT MAS FAM EAM EANM SAVS SAMSAH CAMSP ' +
    'CSAPA CAARUD CATTP CADA CHRS CHU UDAF APAJH ADAPEI UGECAM CIAS CCAS SARL SELARL SELAS SELAFA ' +
    'SAS EURL SAMU SMUR UHSA LAM ACT CLIC DAC PMI GIE MECS AEMO AED ASEI APF UNA UMT ANRAS IRM LHSS ' +
    'SAD SPA SESVAD UNAPEI ARSEAA AGEFIPH MARPA PUV EPSM EPS ESPIC ASBL SISA HDJ HJ UFSBD CEGIDD MDPH ARS EPMS IEM SEM'
  ).split(' '),
);
const SHORT_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ST: 'Saint',
    STE: 'Sainte',
    DR: 'Dr',
    DRS: 'Drs',
    PR: 'Pr',
    MR: 'M.',
    MME: 'Mme',
    MGR: 'Mgr',
  }),
);

/** Straight apostrophes become typographic ones, double blanks single. */
export function readableText(text: string): string {
  const tidy = text.replace(/\s+/g, ' ').trim().replace(/['´`]/g, '’');
  if (tidy === '' || /[a-zà-öø-ÿœ]/.test(tidy)) return tidy;
  let isFirst = true;
  return tidy.replace(/[\p{L}\p{N}.&]+/gu, (word, offset: number) => {
    const written = writtenWord(word, isFirst, tidy[offset + word.length] ?? '');
    isFirst = false;
    return written;
  });
}

/** `isFirst`: of its text; `next`: the character after it, none at the end. */
export function writtenWord(word: string, isFirst: boolean, next: string): string {
  if (/[\p{N}&]/u.test(word) || word.slice(0, -1).includes('.')) return word;
  const short = SHORT_WORDS.get(word);
  if (short !== undefined) return short;
  const lower = word.toLowerCase();
  if (next === '’' && /^(d|l|qu|s|j|n|c|m|t|jusqu)$/.test(lower)) {
    return isFirst ? word[0] + lower.slice(1) : lower;
  }
  if (ACRONYMS.has(word)) return word;
  if (!isFirst && lower === 'a' && next === ' ') return 'à';
  if (!isFirst && SMALL.has(lower)) return lower;
  if (/^\p{L}{1,5}$/u.test(word) && !/[AEIOUYÀÂÉÈÊËÎÏÔÖÙÛÜ]/.test(word)) return word;
  return (word[0] ?? '') + lower.slice(1);
}

/** Types of streets as the register shortens them. */
const STREET_TYPES: ReadonlyMap<string, string> = new Map(
  (
    'ALL Allée|ART Ancienne route|AV Avenue|BD Boulevard|BRG Bourg|CAMP Camp|CAR Carrefour|' +
    'CCAL Centre commercial|CHE Chemin|CHEM Cheminement|CHS Chaussée|CITE Cité|CLOS Clos|' +
    'COTE Côte|COUR Cour|CRS Cours|CTRE Centre|DOM Domaine|ENC Enclos|ESP Esplanade|' +
    'ESPA Espace|FG Faubourg|GAL Galerie|GR Grande rue|HAM Hameau|IMM Immeuble|IMP Impasse|' +
    'LD Lieu-dit|LOT Lotissement|MAIL Mail|MTE Montée|PARC Parc|PAS Passage|PL Place|' +
    'PLAN Plan|PLE Passerelle|PONT Pont|PORT Port|PROM Promenade|QU Quai|QUA Quartier|' +
    'R Rue|RES Résidence|RLE Ruelle|ROC Rocade|RPT Rond-point|RTE Route|SEN Sentier|' +
    'SQ Square|TOUR Tour|TPL Terre-plein|TRA Traverse|VCHE Vieux chemin|VLA Villa|' +
    'VLGE Village|VOI Voie|VTE Vieille route|ZA Zone d’activités|' +
    'ZAC Zone d’aménagement concerté|ZI Zone industrielle|ZONE Zone|VC Voie communale'
  )
    .split('|')
    .map((pair) => [pair.split(' ', 1)[0] ?? '', pair.slice(pair.indexOf(' ') + 1)]),
);

/** « 62, avenue de Jasseron »; null when nothing is known. An unknown shortening is kept as written. */
export function streetText(number: string, type: string, name: string): string | null {
  // « 12 » and « BIS AVENUE DU PARC ».
  const [again = ''] = /^(BIS|TER|QUATER)(?= )/i.exec(name) ?? [];
  if (again !== '' && type.trim() === '') {
    return streetText(`${number} ${again.toLowerCase()}`, '', name.slice(again.length));
  }
  const shortened = type.trim().toUpperCase().replace(/\.$/, '');
  const written = STREET_TYPES.get(shortened) ?? readableText(type);
  const rest = lowerFirstSmallWord(readableText(name));
  const street = [written, rest].filter((part) => part !== '').join(' ');
  if (street === '') return null;
  const at = number.replace(/\s+/g, ' ').trim();
  return at === '' || /^0+$/.test(at)
    ? street
    : `${at}, ${street[0]?.toLowerCase()}${street.slice(1)}`;
}

/** « DE JASSERON » comes as « De Jasseron » once its first letter is written. */
function lowerFirstSmallWord(name: string): string {
  return name.replace(/^(\p{L}+)(?=[ ’])/u, (word) =>
    SMALL.has(word.toLowerCase()) ? word.toLowerCase() : word,
  );
}
