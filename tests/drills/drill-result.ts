// What does a drill find? Each fault in a sentence; none is what is hoped for.

export type Drill = (tell: (line: string) => void) => Promise<readonly string[]>;
