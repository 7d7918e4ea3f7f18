// What a browser remembers of reading, for those who write scripts; no reader loads it.

/** A published change that those who work by the SOP must know of; `time` in seconds. */
interface SopbookRevision {
  id: string;
  time: number;
}

/** The newest such change when the SOP was read, and when that was, in milliseconds. */
interface SopbookSeen extends SopbookRevision {
  on: number;
}

/** How it stands with an SOP: not read, read, or changed since. */
type SopbookStanding = "" | "done" | "again";

interface SopbookMemory {
  /** What was stored or sent, of any shape; null where it is no JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: whoever asks looks at its shape.
  json(text: string | null): any;
  /** What was read, by SOP. What cannot be understood was never read. */
  parse(text: string | null): Map<string, SopbookSeen>;
  text(memory: Map<string, SopbookSeen>): string;
  /** Changes as pages have them, newest first: `1a2b3c4d5e:1790000000 …`. */
  revisions(words: string): SopbookRevision[];
  /** What came since it was read. */
  since(published: SopbookRevision[], seen: SopbookSeen | undefined): SopbookRevision[];
  /** Of two memories of an SOP the one of the newer version; of the same version, the later one. */
  newer(one: SopbookSeen | undefined, other: SopbookSeen | undefined): SopbookSeen | undefined;
  /** Whether what was seen is what is published: changes as pages have them. */
  standing(published: string, seen: SopbookSeen | undefined): SopbookStanding;
  /** What to remember of a page that was read now. */
  read(published: SopbookRevision[], seen: SopbookSeen | undefined, now: number): SopbookSeen;
}

declare const sopbookMemory: SopbookMemory;
