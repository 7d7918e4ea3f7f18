// @ts-check
/**
 * What is typed -> what it may mean in the index -> the documents that are meant, best first.
 *
 * @typedef {import("./alike.js").Meant} Meant
 * @typedef {import("./shelf.js").Shelf} Shelf
 * @typedef {{word: string, core: Meant[], body: Meant[], isUnknown: boolean}} Read
 *   A word of the query, and what it may mean in each tier.
 * @typedef {{words: import("./show.js").Asked[], sought: import("./score.js").Sought[],
 *   most: number}} Query
 *   Words as they are shown, as they are looked up, and in how many documents the commonest stands.
 */
(() => {
  "use strict";

  const here = /** @type {any} */ (globalThis);

  const CORE = "c";
  const BODY = "b";
  /** From here on a word is the typed one, or begins with it. */
  const SURE = 0.6;
  const STEM = 0.8;
  /** From here on nothing likelier is looked for among words that begin otherwise. */
  const ONE_SLIP = 0.8;
  /** What a word tells that is known nowhere. */
  const LEAST = 0.2;
  const SHORTEST_IN_BODY = 3;
  const MOST_IN_BODY = 8;

  /** @param {string} word */
  const letterOf = (word) => word.codePointAt(0)?.toString(16) ?? "";
  /** @param {Meant[]} found */
  const surest = (found) => found.reduce((most, { weight }) => Math.max(most, weight), 0);

  /** @param {Read} one */
  const meantBy = ({ core, body }) => [...core, ...body];

  /**
   * @param {string} word
   * @param {string} tier
   * @param {string[]} letters
   * @param {(typed: string, word: string) => number} how
   * @param {Shelf} shelf
   */
  async function meantIn(word, tier, letters, how, shelf) {
    const { meant } = here.sopbookAlike;
    const all = [...new Set(letters)].map((letter) => shelf.vocabulary(tier, letter));
    const known = (await Promise.all(all)).filter((found) => found !== undefined);
    return known.flatMap((vocabulary) => meant(word, vocabulary, how));
  }

  /**
   * Words of the same stem, for languages that have stems.
   *
   * @param {string} word
   * @param {string} tier
   * @param {Shelf} shelf
   */
  async function sameStem(word, tier, shelf) {
    const stem = here.sopbookStem.stem(word, shelf.manifest.language);
    /** @param {string} typed @param {string} other */
    const how = (typed, other) => (typed === other ? STEM : 0);
    return stem ? meantIn(stem, tier, [`s${letterOf(stem.slice(1))}`], how, shelf) : [];
  }

  /**
   * Look where slips lead: at words of the same letter, then of the second, then at all.
   *
   * @param {string} word
   * @param {Shelf} shelf
   */
  async function slippedIn(word, shelf) {
    const { slipped } = here.sopbookAlike;
    const near = [letterOf(word), letterOf(word.slice(1))];
    const found = await meantIn(word, CORE, near, slipped, shelf);
    if (surest(found) >= ONE_SLIP || !slipped(word, word)) return found;
    return meantIn(word, CORE, shelf.letters(CORE), slipped, shelf);
  }

  /**
   * @param {string} word
   * @param {Shelf} shelf
   * @returns {Promise<Read>}
   */
  async function read(word, shelf) {
    const { begun, best } = here.sopbookAlike;
    const letters = [letterOf(word)];
    const inCore = await meantIn(word, CORE, letters, begun, shelf);
    inCore.push(...(await sameStem(word, CORE, shelf)));
    const sure = surest(inCore);
    if (sure === 1 || (sure >= SURE && !/\p{N}/u.test(word))) {
      return { word, core: best(word, inCore), body: [], isUnknown: false };
    }
    const inBody =
      word.length < SHORTEST_IN_BODY ? [] : await meantIn(word, BODY, letters, begun, shelf);
    if (surest(inBody) > sure && surest(inBody) >= SURE) {
      // What begins alike in the core may be meant, too: escalate in a text, a title with escalation.
      return { word, core: best(word, inCore), body: best(word, inBody), isUnknown: false };
    }
    const slipped = sure >= SURE ? [] : await slippedIn(word, shelf);
    return { word, core: best(word, [...inCore, ...slipped]), body: [], isUnknown: true };
  }

  /**
   * A code is one word, or where nothing is called so, its pieces.
   *
   * @param {import("./fold.js").Typed} typed
   * @param {Shelf} shelf
   */
  async function readTyped({ whole, parts }, shelf) {
    const one = await read(whole, shelf);
    if (!parts.length || (!one.isUnknown && surest(meantBy(one)) >= SURE)) return [one];
    return Promise.all(parts.map((part) => read(part, shelf)));
  }

  /**
   * @param {Read} one
   * @param {Shelf} shelf
   */
  async function found({ core, body }, shelf) {
    const tells = here.sopbookScore.idfs(shelf.manifest.documents, [...core, ...body]);
    return Promise.all(
      [...core, ...body].map(async ({ rank, weight }, place) => {
        const isBody = place >= core.length;
        const places = await shelf.places(isBody ? BODY : CORE, rank);
        return { places, weight, idf: tells[place], isBody };
      }),
    );
  }

  /**
   * A letter that stands alone among words is the beginning of the next one, or nothing.
   *
   * @param {import("./fold.js").Typed[]} typed
   */
  const telling = (typed) =>
    typed.filter(
      ({ whole }, place) => whole.length > 1 || /\p{N}/u.test(whole) || place === typed.length - 1,
    );

  /**
   * @param {string} text
   * @param {Shelf} shelf
   * @returns {Promise<Query>}
   */
  async function query(text, shelf) {
    const { language } = shelf.manifest;
    const typed = telling(here.sopbookFold.typed(text));
    const all = (await Promise.all(typed.map((one) => readTyped(one, shelf)))).flat();
    const sought = await Promise.all(
      all.map(async (one) => {
        const words = await found(one, shelf);
        return { idf: Math.max(LEAST, ...words.map(({ idf }) => idf)), found: words };
      }),
    );
    const words = all.map(({ word, isUnknown }, place) => ({
      word,
      stem: here.sopbookStem.stem(word, language),
      idf: sought[place].idf,
      isUnknown,
    }));
    const counts = all.flatMap(meantBy).map(({ count }) => count);
    return { words, sought, most: Math.max(0, ...counts) };
  }

  /** A word that stands everywhere has no places in the index. @param {import("./score.js").Sought} one */
  const hasPlaces = ({ found }) => found.some(({ places }) => places.documents.length > 0);
  /** Words of the core that stand in too many documents. @param {import("./score.js").Sought} one */
  const isCommon = (one) => one.found.length > 0 && !hasPlaces(one);

  /**
   * @param {Query} asked
   * @param {Shelf} shelf
   */
  async function ranked(asked, shelf) {
    const { rank, sorted } = here.sopbookScore;
    const sought = asked.sought.filter((one) => !isCommon(one));
    const first = rank(sought, shelf.ground);
    let most = 0;
    for (const document of first.documents) most = Math.max(most, first.words[document]);
    if (most === sought.length) return sorted(first, sought);
    const wider = await withBody(asked, sought, shelf);
    return sorted(rank(wider, shelf.ground), wider);
  }

  /**
   * Look into running text, too: no document has all words in its core.
   *
   * @param {Query} asked
   * @param {import("./score.js").Sought[]} sought
   * @param {Shelf} shelf
   */
  async function withBody(asked, sought, shelf) {
    const { begun, best } = here.sopbookAlike;
    return Promise.all(
      sought.map(async (one) => {
        const { word, isUnknown } = asked.words[asked.sought.indexOf(one)];
        if (isUnknown || one.found.some(({ isBody }) => isBody) || word.length < SHORTEST_IN_BODY)
          return one;
        const meant = await meantIn(word, BODY, [letterOf(word)], begun, shelf);
        const stems = await sameStem(word, BODY, shelf);
        const most = best(word, [...meant, ...stems]).slice(0, MOST_IN_BODY);
        const more = await found({ word, core: [], body: most, isUnknown }, shelf);
        const capped = more.map((each) => ({ ...each, idf: Math.min(each.idf, one.idf) }));
        return { idf: one.idf, found: [...one.found, ...capped] };
      }),
    );
  }

  /**
   * All documents, where the query has nothing but words that stand in most of them.
   *
   * @param {Query} asked
   * @param {Shelf} shelf
   */
  function common(asked, shelf) {
    const isEmpty = asked.sought.length > 0 && asked.sought.every(isCommon);
    return isEmpty ? Array.from({ length: shelf.manifest.documents }, (_, place) => place) : [];
  }

  Object.assign(globalThis, { sopbookQuery: { query, ranked, common } });
})();
