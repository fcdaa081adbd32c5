// Sites of hospitals with beds or day places of medicine, surgery or obstetrics, and those with an emergency
// department, by commune of Sud Charente and around (Drees, SAE 2023). A commune left out has none.

export const HOSPITAL_SITES: Readonly<
  Record<string, readonly [hospital: number, emergency: number]>
> = {
  '16015': [2, 1],
  '16028': [1, 1],
  '16090': [1, 0],
  '16102': [2, 1],
  '16106': [1, 1],
  '16281': [1, 0],
  '16292': [1, 1],
  '16341': [1, 0],
  '16374': [1, 0],
  '17055': [1, 0],
  '17197': [1, 1],
  '24294': [1, 0],
  '24352': [1, 0],
  '33243': [2, 1],
};
