// « de Chalais », « d’Aubeterre », « du Fouilloux », « des Essards »: how does a name follow « de »?

export function ofPlace(name: string): string {
  if (name.startsWith('Le ')) return `du ${name.slice(3)}`;
  if (name.startsWith('Les ')) return `des ${name.slice(4)}`;
  return /^[aeiouyàâéèêëîïôœùûh]/i.test(name) ? `d’${name}` : `de ${name}`;
}
