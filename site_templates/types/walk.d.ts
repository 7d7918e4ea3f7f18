// The guide and the checklist: what their scripts in `walk/` hand to each other.

interface SopbookWay {
  to: string;
  label: string;
}

interface SopbookDoer {
  id: string;
  name: string;
  isRole: boolean;
  /** Where to read about them; "" for nowhere. */
  page: string;
}

/** What is walked: enough for the logic, and for its tests. */
interface SopbookStep {
  id: string;
  kind: string;
  isOptional: boolean;
  /** The `together` whose branches meet here. */
  joins: string;
  ways: SopbookWay[];
}

/** What is read of it in the page's list. */
interface SopbookListedStep extends SopbookStep {
  item: HTMLElement;
  number: string;
  caption: string;
  needs: string[];
  /** What is needed, and what comes out of it. */
  things: string[];
  /** Who does it; machines and the customer take nothing over. */
  doers: SopbookDoer[];
  /** How many seconds there are; 0 where nobody said. */
  within: number;
  /** The other SOP that it runs. */
  sop: HTMLAnchorElement | null;
}

/** In written order; `starts` are where one may begin. */
interface SopbookFlow<Step = SopbookListedStep> {
  steps: Map<string, Step>;
  starts: string[];
}

/**
 * What can be chosen: a `way` on, to `skip` what is optional, a `branch` of what is done at the same
 * time (of the `together` with the id `hub`), to have one `ticked` off without walking it, to
 * `gather` where its branches meet, a `start`; what nobody was offered is a `jump`.
 */
interface SopbookOption extends SopbookWay {
  kind: string;
  hub: string;
  branch: number;
}

interface SopbookVisit {
  id: string;
  how: SopbookOption;
}

/** A `together` that one is in, and the branches that were not begun. */
interface SopbookHub {
  id: string;
  left: number[];
}

type SopbookAnyFlow = SopbookFlow<SopbookStep>;

interface SopbookWalk {
  flow<Step extends SopbookStep>(list: Step[]): SopbookFlow<Step>;
  /** Which steps apply once some asking steps have the answer with a number. */
  applying(flow: SopbookAnyFlow, answers: Record<string, number>): Set<string>;
  options(flow: SopbookAnyFlow, visits: SopbookVisit[]): SopbookOption[];
  /** What is done at the same time and not over yet, the innermost last. */
  hubs(steps: Map<string, SopbookStep>, visits: SopbookVisit[]): SopbookHub[];
  option(kind: string, to: string, label?: string, hub?: string, branch?: number): SopbookOption;
  onward(visits: SopbookVisit[], how: SopbookOption): SopbookVisit[];
  /**
   * A walk as part of an address: `greet.accepts.agreed`, by ids; `agreed_2` is the second option.
   * Of one that is too long the beginning is left out: `_.accepts.agreed`.
   */
  text(flow: SopbookAnyFlow, visits: SopbookVisit[], longest?: number): string;
  /**
   * `isLost`: a step is named that is not there, so it stops before; `isCut`: the beginning was left
   * out of the address.
   */
  parse(
    flow: SopbookAnyFlow,
    text: string,
  ): { visits: SopbookVisit[]; isLost: boolean; isCut: boolean };
  /** Of `seconds` so many are `gone`; as on a stop watch: `4:05`, `1:00:00`. */
  left(seconds: number, gone: number): { text: string; isOver: boolean };
}

/** What was done, for the hand-over. */
interface SopbookLine {
  depth: number;
  number: string;
  text: string;
  said: string;
  by: string;
  /** In milliseconds; 0 where it is not known. */
  at: number;
  /** To be filled in by who hands over. */
  things: string[];
}

type SopbookWords = Record<string, string | undefined>;

interface SopbookSummary {
  /** What tells this visit from others of a case. */
  key(visits: Pick<SopbookVisit, "id">[]): string;
  /** Who takes over from those who did the steps before: nobody, where one of them goes on. */
  taking(
    steps: Map<string, Pick<SopbookListedStep, "doers">>,
    visits: Pick<SopbookVisit, "id">[],
  ): SopbookDoer[];
  /** Whether a step is surely not of a role: a person or a team may be the reader, too. */
  isForeign(doers: Pick<SopbookDoer, "id" | "isRole">[], role: string): boolean;
  /** A line a visit; `role` is the reader's, where it is known. */
  lines(
    flow: SopbookFlow,
    visits: SopbookVisit[],
    known: Pick<SopbookCase, "opened" | "ran">,
    words: SopbookWords,
    depth: number,
    role: string,
  ): SopbookLine[];
  /** The end that another SOP came to; "" where it did not, or none was run. */
  ending(lines: SopbookLine[] | undefined): string;
  /** With what other SOPs did for a step below it. */
  whole(
    visits: Pick<SopbookVisit, "id">[],
    lines: SopbookLine[],
    ran: Record<string, SopbookLine[]>,
  ): SopbookLine[];
  text(
    head: string[],
    lines: SopbookLine[],
    foot: string[],
    time: (moment: number) => string,
  ): string;
}

/**
 * The case that runs another: the addresses of its step, and of what comes after; what was done in
 * it, under the `top` SOP's title.
 */
interface SopbookParent {
  number: number;
  title: string;
  top: string;
  depth: number;
  here: string;
  next: string;
  key: string;
  lines: SopbookLine[];
}

interface SopbookCase {
  /** When steps were opened, in milliseconds. */
  opened: Record<string, number>;
  /** The needs that are at hand. */
  ticked: string[];
  /** What other SOPs did, by the key of the step that ran them. */
  ran: Record<string, SopbookLine[]>;
  parent?: SopbookParent;
}

/** What this tab knows of the cases that were walked in it. Nothing of a customer is in it. */
interface SopbookCases {
  /** Give a new case its number. */
  begin(parent?: SopbookParent): number;
  get(number: number): SopbookCase;
  /** Change a case, and give it as it is then. */
  set(number: number, change: Partial<SopbookCase>): SopbookCase;
  /** Note that the page at an address goes on with a case. */
  send(address: string, number: number): void;
  /** The case that this page was opened to go on with; 0 for none. */
  arrive(): number;
}

/** Where one is in a guide, as the address and the history of this tab have it. */
interface SopbookPlace {
  isCompact(): boolean;
  /** The address of a guide at a place in it. */
  asked(place?: string): string;
  /**
   * Where a walk begins: nowhere yet where there are several starts; after the start where that has
   * nothing to read or to choose, so that nobody on a call has to press a button for it.
   */
  begin(flow: SopbookFlow): SopbookVisit[];
  isBegin(flow: SopbookFlow, visits: SopbookVisit[]): boolean;
  address(flow: SopbookFlow, visits: SopbookVisit[]): string;
  state(flow: SopbookFlow, visits: SopbookVisit[], number: number): SopbookState;
  remembered(): SopbookState;
  /** The walk that was asked for. */
  read(): string;
}

/** `sopbookWalk` is all of the walk; one came here by a `sopbookStep`, or to hand over. */
interface SopbookState {
  sopbookCase?: number;
  sopbookWalk?: string;
  sopbookStep?: boolean;
  sopbookHand?: boolean;
}

/** `number` is the case's, `sop` the SOP's title, `title` the page's. */
interface SopbookGuided {
  section: HTMLElement;
  words: DOMStringMap;
  flow: SopbookFlow;
  visits: SopbookVisit[];
  /** Where the page has it: beside the step, meanwhile. */
  chart: SVGSVGElement | null;
  number: number;
  sop: string;
  title: string;
  isLost: boolean;
  isCut: boolean;
}

/** Come to where these visits end. */
type SopbookGo = (visits: SopbookVisit[]) => void;

/** A moment of a guide; without a step where one may begin in several ways. */
interface SopbookView extends SopbookGuided, SopbookCase {
  step: SopbookListedStep | undefined;
  go: SopbookGo;
}

interface SopbookDraw {
  /**
   * Show where one is. `tick` shows how long there is, and says whether it is over; `told` is what
   * was done, for the hand-over.
   */
  draw(guide: SopbookGuided, go: SopbookGo): { tick: () => boolean; told: SopbookLine[] };
  /** Mark where one is on the chart, and where one was. */
  mark(chart: SVGSVGElement, visits: SopbookVisit[]): void;
  /** Which step a link of the chart leads to. */
  target(link: Element): string;
  /** Beside a step, as wide as there is room, with the current step in the middle. */
  fit(chart: SVGSVGElement): void;
}

/** What leads through a page. */
interface SopbookLed {
  show(): void;
  leave(): void;
  /** Do what a key does; false where it does nothing here. */
  press?(key: string): boolean;
}

interface SopbookChecklist {
  section: HTMLElement;
  words: DOMStringMap;
  flow: SopbookFlow;
  /** What is ticked and answered, by the names of the fields. */
  kept: SopbookStore;
}

declare const sopbookLead: {
  begin(address: string): void;
  /** By their words in the address; each puts itself here. */
  leads: Record<string, SopbookLed>;
};
declare const sopbookWalk: SopbookWalk;
declare const sopbookSummary: SopbookSummary;
declare const sopbookSteps: {
  read(): SopbookListedStep[];
  /** A copy of a step's lines, without what only the list needs. */
  body(step: SopbookListedStep): HTMLElement;
};
declare const sopbookCases: SopbookCases;
declare const sopbookPlace: SopbookPlace;
declare const sopbookDraw: SopbookDraw;
