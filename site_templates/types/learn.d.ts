// Onboarding paths, for those who write scripts; no reader loads it.

/** An SOP of a path on a page. */
interface SopbookLesson {
  place: HTMLElement;
  sop: string;
  title: string;
  /** The newest changes that matter, as pages have them. */
  published: string;
  standing: SopbookStanding;
}

/** What is ticked: for the box on an SOP's page, and for pages about paths. */
interface SopbookLearn {
  /** Makes a page of a kind work; what it gives shows what is kept, now and when that changes. */
  readonly pages: Record<string, (page: HTMLElement) => () => unknown>;
  /** `start` has first days on paths; `practice` is kept by the page to practise on. */
  readonly stores: Record<"done" | "read" | "start" | "practice", SopbookHeldStore>;
  /** All that is ticked, each with the newest version that was read. */
  done(): Map<string, SopbookSeen>;
  /** A tick is a read mark, too; what is no longer ticked was read all the same. */
  tick(sop: string, published: string, isTicked: boolean): void;
  /** The SOPs in a place of a page, and how they stand with somebody. */
  lessons(place: HTMLElement, done: Map<string, SopbookSeen>): SopbookLesson[];
  /** The SOPs of a page with a box for each, which is shown as it is kept. */
  boxes(page: HTMLElement): SopbookLesson[];
}

/** What a new colleague saves, and sends. */
interface SopbookProgressFile {
  name: string;
  /** The path on whose page it was saved, and the day. */
  path: string;
  on: string;
  /** The first day on each path. */
  start: Record<string, string>;
  done: Map<string, SopbookSeen>;
  /** How many questions about an SOP were right the last time, of those that were asked. */
  practice: Record<string, [number, number]>;
}

/** Progress on onboarding paths: what is read, by when, as a file, and as a message. */
interface SopbookProgress {
  /** All that is in both. */
  merged(all: Map<string, SopbookSeen>, more: Map<string, SopbookSeen>): Map<string, SopbookSeen>;
  /** Days by name; what is no day is left out. */
  days(text: string | null): Record<string, string>;
  /** The first of a text; null where there is none, or none that can be read. */
  parse(text: string): SopbookProgressFile | null;
  /**
   * A file, or messages as mail programs hand them on: with other lines, longer ones broken, quotes
   * curly. null for each that was changed beyond that.
   */
  every(text: string): (SopbookProgressFile | null)[];
  /** A line without spaces, for a file or for the end of a message: that tells of some SOPs only. */
  line(progress: SopbookProgressFile, only?: string[]): string;
  /** How practice stands, from what is kept: a box for each question. */
  practised(text: string | null, only: string[]): SopbookProgressFile["practice"];
  /** What a file is called: the parts that have a letter, safe on every disk. */
  called(parts: string[]): string;
  /** The day of a working day, counted from 1, from a first day of any kind on. */
  workday(start: string, number: number): string;
  before(day: string, count: number): string;
  /** The reader's own day. */
  today(): string;
  /** Write a day to come: which day of the week it is says more than the year. */
  planned(day: string): string;
  /**
   * Fill an address; of what would make it too long, the last lines are left out, and counted in
   * `more`. The end stays; only where it alone is too long, another stands for it.
   */
  address(
    template: string,
    values: Record<string, string | number>,
    lines: string[],
    more: string,
    ends: string[],
  ): string;
}

/** The pages of paths at hand: of all of them, or of one. */
interface SopbookPathsView {
  page: HTMLElement;
  field(type: string): HTMLInputElement;
  /** Shows the page of all paths. One on which nothing is ticked looks as it does without scripts. */
  all(): void;
  /** Shows how far one is. */
  measure(place: HTMLElement, standings: SopbookStanding[]): void;
  /** Shows the page of a path. */
  show(): void;
  lesson(lesson: SopbookLesson, start: string): void;
  /**
   * Writes which day a working day is, and gives it. Without a first day there is none, and the
   * place says what it says on paper.
   */
  day(place: HTMLElement, start: string): string;
  next(lesson: SopbookLesson | undefined): void;
  /** Shows what would be sent, and prepares the message. */
  letter(): void;
  /** Which SOPs are on the path. */
  sops(): string[];
  /** What pages read again. On the page of all paths it is of none: "". */
  own(): SopbookProgressFile;
  /** Saves a file that people read, and pages. */
  save(): void;
  /** Adds what is in a file; it takes nothing away. */
  load(): Promise<void>;
}

/** The page for trainers. */
interface SopbookTrainingView {
  page: HTMLElement;
  /** Who stands where on which path, and since when: only as long as the page is open. */
  people: Map<string, { on: string; row: HTMLElement }>;
  /** Shows what changed since a day. */
  filter(day: string): void;
  /** Fills words of a part's status. */
  say(part: string, words: string[], values: Record<string, string | number>): void;
  load(field: HTMLInputElement): Promise<void>;
  /** What is understood goes into the list; the field is free for the next message. */
  paste(field: HTMLTextAreaElement): void;
  /**
   * Lists what is understood. Gives whose it is, and the words for what is not: "" for none;
   * `nameless` is who gave no name.
   */
  add(text: string, nameless: string): { names: string; trouble: string };
  /**
   * Takes in how one stands on each of their paths, where that is newer, and says whether there is
   * any. On a path is who set a first day there, or saved the file there: that they read an SOP of
   * it says little, as many stand in several.
   */
  take(name: string, sent: SopbookProgressFile): boolean;
  row(name: string, path: HTMLElement, sent: SopbookProgressFile): HTMLElement;
  /** A row whose words are filled. Where there is nothing to say, its line is not shown. */
  made(values: Record<string, string | number>): HTMLElement;
}

declare const sopbookLearn: SopbookLearn;
declare const sopbookProgress: SopbookProgress;
