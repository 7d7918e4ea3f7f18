// Practising: what its scripts share, and what they read.

/** Which of Leitner's boxes a question lies in, and when it was asked. */
interface SopbookScore {
  box: number;
  on: number;
}

/** By the id of a question. */
type SopbookScores = Map<string, SopbookScore>;

/** How one stands: all questions are known, due to be asked again, or were never asked. */
interface SopbookPractised {
  known: number;
  due: number;
  fresh: number;
  /** When one practised last; 0 for never. */
  last: number;
}

interface SopbookChoice {
  text: string;
  /** What is said of it when it was chosen. */
  why: string;
}

interface SopbookQuestion {
  id: string;
  /** What happened so far. */
  told: string[];
  ask: string;
  choices: SopbookChoice[];
  /** The place of the right choice. */
  right: number;
  why: string;
  /** The id of the step that says so, or ""; its words; and what the SOP adds to it. */
  step: string;
  link: string;
  note: string;
  /** The roles whose step it is. */
  by: string[];
}

/** A question as files have it; the numbers point at texts, but for that of the right choice. */
type SopbookQuestionRow = [
  id: string,
  told: number[],
  ask: number,
  choices: [text: number, why: number][],
  right: number,
  why: number,
  step: string,
  link: number,
  note: number,
  by: number[],
];

/** What `assets/sopbook/questions/` has for an SOP: every text stands there once. */
interface SopbookQuestionFile {
  sop: string;
  title: string;
  /** The SOP's page, from the top of the site. */
  url: string;
  texts: string[];
  questions: SopbookQuestionRow[];
}

interface SopbookTurn {
  question: SopbookQuestion;
  /** It was wrong, and comes once more. */
  isRepeat: boolean;
}

/** A session as it stands; kept as JSON. */
interface SopbookRound {
  sop: string;
  /** Those still to come. */
  turns: SopbookTurn[];
  /** None when all were asked. */
  turn?: SopbookTurn | undefined;
  /** The place of the choice that was taken. */
  chosen?: number | undefined;
  count: number;
  /** What was wrong at the first go. */
  missed: SopbookQuestion[];
}

/** Pure: told what is kept, and what time it is. */
interface SopbookDrill {
  /** Scores by SOP, as they are kept; what cannot be understood was never practised. */
  parse(text: string | null): Map<string, SopbookScores>;
  text(all: Map<string, SopbookScores>): string;
  /** Where a question lies after it was answered. */
  answered(score: SopbookScore | undefined, isRight: boolean, now: number): SopbookScore;
  /**
   * What is asked in a session: what is due, the lowest box first; then what is new, in its order;
   * then, where that is not enough, what will be due soonest.
   */
  session(ids: string[], own: SopbookScores, now: number): string[];
  standing(own: SopbookScores | undefined, count: number, now: number): SopbookPractised;
  /** Which SOP an address asks for; "" for none. */
  wanted(query: string): string;
  /** A file's questions; what is the role's own, or everybody's, comes first. */
  questions(file: SopbookQuestionFile, role: string | null): SopbookQuestion[];
  /** The choices in another order: nobody is to remember the place alone. */
  shuffled(question: SopbookQuestion, random: () => number): SopbookQuestion;
  /** The turns still to come after one was answered: what was wrong comes again, once. */
  onward(turns: SopbookTurn[], turn: SopbookTurn, isRight: boolean): SopbookTurn[];
}

declare const sopbookDrill: SopbookDrill;
/** By SOP; there once a file of questions was loaded. */
declare const sopbookQuestions: Record<string, SopbookQuestionFile>;
declare function sopbookPractice(page: HTMLElement): void;
