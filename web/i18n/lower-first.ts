// How does a label that is a sentence of its own continue another?

/** Labels of seeds are sentences: here they continue one. An acronym keeps its capitals. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
