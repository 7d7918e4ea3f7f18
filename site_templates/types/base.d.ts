// What scripts share, for those who write them and for the check of types; no reader loads it.

/** A place in this browser's memory. */
interface SopbookStore {
  /** null where nothing is kept, or nothing may be. */
  read(): string | null;
  write(text: string): void;
  /** Tell when another tab wrote. */
  watch(told: () => void): void;
}

/** It holds as long as the page where the browser refuses to keep it. */
interface SopbookHeldStore extends SopbookStore {
  isRefused(): boolean;
}

interface SopbookBase {
  /** The top of the site; ends in a slash. */
  readonly root: string;
  /** Run a script, once; its path is from the top of the site. */
  load(path: string): Promise<void>;
  /** Begin on this page, and on those that come without being loaded. */
  onPage(begin: () => unknown): void;
  /** Where a page has a place for them, run scripts of `assets/sopbook/` and hand it to them. */
  bring(selector: string, scripts: string[], show: (place: HTMLElement) => unknown): void;
  /** Show what is kept whenever a tab, or a page that was left, may have changed it. Once a script. */
  live(stores: SopbookStore[], show: () => void): void;
  store(name: string, area?: "localStorage" | "sessionStorage"): SopbookStore;
  held(store: SopbookStore): SopbookHeldStore;
  /** Fill `{names}` in the page's words. */
  fill(words: string | undefined, values?: Record<string, string | number>): string;
  /** The page's language, as it is written in the reader's country. */
  language(): string;
  /** Write a moment in milliseconds, or as in `<time datetime>`. */
  date(moment: number | string, style?: Intl.DateTimeFormatOptions): string;
  /** Make an element of attributes and of the parts that there are; texts stay text. */
  make<Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    traits?: Record<string, string>,
    ...parts: (Node | string | null | undefined | false)[]
  ): HTMLElementTagNameMap[Tag];
  /** The first of a place that fits; it must be there, as our templates have it. */
  one<T extends Element = HTMLElement>(place: ParentNode, selector: string): T;
  all<T extends Element = HTMLElement>(place: ParentNode, selector: string): T[];
  /** A copy of what a template holds. */
  copy(template: HTMLTemplateElement): HTMLElement;
  /** Hand the reader a file. */
  save(name: string, text: string): void;
  /** Whether a key is meant for a field, not for the page. */
  isTyping(event: Event): boolean;
}

declare const sopbookBase: SopbookBase;
/** The host's pages, where they change without being loaded. */
declare const document$: { subscribe(begin: () => unknown): void } | undefined;
