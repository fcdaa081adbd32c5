// What does a drill find? Each fault in a sentence; none is what is hoped for.

/** `only`: the one kind of database to drill on; every kind there is when absent. */
export type Drill = (tell: (line: string) => void, only?: string) => Promise<readonly string[]>;
