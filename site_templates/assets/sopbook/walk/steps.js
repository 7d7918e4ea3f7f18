// @ts-check
/** The steps of this page, as its list has them: words, links and cards have one place. */
(() => {
  "use strict";

  const { one, all } = sopbookBase;
  const BEGIN = "step-";
  const [NEED, GIVE] = [".sopbook-step__need", ".sopbook-step__give"];

  /** @returns {SopbookListedStep[]} */
  function read() {
    const items = all(document, `li[id^="${BEGIN}"][data-step]`);
    return items.map((item, place) => {
      const next = items[place + 1]?.dataset.step;
      const { step: id = "", sopbookJoins: joins = "", sopbookWithin, sopbookStop } = item.dataset;
      const kinds = [...item.classList].flatMap((name) => name.split("sopbook-step--")[1] ?? []);
      const kind = kinds.find((each) => each !== "optional") ?? "";
      const jumps = all(item, ".sopbook-jumps a").map(way);
      const isLast = kind === "end" || sopbookStop !== undefined || !next;
      return {
        id,
        item,
        kind,
        joins,
        isOptional: kinds.includes("optional"),
        ways: jumps.length > 0 || isLast ? jumps : [{ to: next, label: "" }],
        number: texts(item, ".sopbook-step__number").join(""),
        caption: caption(item),
        needs: texts(item, NEED),
        things: texts(item, `${NEED}, ${GIVE}`),
        doers: all(item, "[data-sopbook-by]").map(doer),
        within: Number(sopbookWithin ?? 0),
        sop: one(item, ".sopbook-step__caption a[href]"),
      };
    });
  }

  /** @param {HTMLElement} link */
  const way = (link) => ({
    to: link.getAttribute("href")?.split(`#${BEGIN}`)[1] ?? "",
    label: link.dataset.sopbookWay ?? "",
  });

  /** @param {Element} item @param {string} selector */
  const texts = (item, selector) => all(item, selector).map((part) => part.textContent ?? "");

  /** @param {Element} item */
  function caption(item) {
    const line = without(
      one(item, ".sopbook-step__caption"),
      ".sopbook-step__kind, .sopbook-badge",
    );
    return (line.textContent ?? "").trim().replaceAll(/\s+/g, " ");
  }

  /** @param {HTMLElement} found @param {string} selector */
  function without(found, selector) {
    const copy = /** @type {HTMLElement} */ (found.cloneNode(true));
    for (const part of all(copy, selector)) part.remove();
    return copy;
  }

  /** @param {HTMLElement} who @returns {SopbookDoer} */
  const doer = ({ textContent, dataset: { sopbookBy, sopbookRole, sopbookPage } }) => ({
    id: sopbookBy ?? "",
    name: textContent?.trim() ?? "",
    isRole: sopbookRole !== undefined,
    page: sopbookPage ?? "",
  });

  /** A copy of a step's lines, without what only the list needs. @param {SopbookListedStep} step */
  function body({ item }) {
    const needless = ".sopbook-step__top, .sopbook-step__idea, .sopbook-jumps, .headerlink";
    const lines = without(one(item, ".sopbook-step__body"), needless);
    for (const named of all(lines, "[id]")) named.removeAttribute("id");
    return lines;
  }

  Object.assign(globalThis, { sopbookSteps: { read, body } });
})();
