// What is a page to read made of, in any language?

/** A chapter of a page to read: short paragraphs, then a list. */
export type AboutSection = {
  title: string;
  paragraphs: readonly string[];
  items?: readonly string[];
};

export type AboutPage = { title: string; lead: string; sections: readonly AboutSection[] };
