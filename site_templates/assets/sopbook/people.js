// @ts-check
/** The directory of people: what is typed leaves those whom it fits. Without this, all are there. */
(() => {
  async function start() {
    const place = document.querySelector("[data-sopbook-people]");
    const form = place?.querySelector("form");
    const field = form?.querySelector("input");
    if (!(place && form && field)) return;
    await sopbookBase.load("assets/sopbook/search/fold.js");
    const { fold } = /** @type {any} */ (globalThis).sopbookFold;
    /** @type {HTMLElement[]} */
    const rows = [...place.querySelectorAll("li")].filter(isRow);
    const texts = rows.map((row) => found(fold(row.textContent ?? "")));

    const filter = () => {
      const words = fold(field.value).split(/\s+/).filter(Boolean);
      for (const [at, row] of rows.entries()) {
        row.hidden = !words.every((/** @type {string} */ word) => texts[at]?.includes(word));
      }
      for (const section of place.querySelectorAll("section")) {
        const isShown = (/** @type {HTMLElement} */ row) => isRow(row) && !row.hidden;
        const { length } = [...section.querySelectorAll("li")].filter(isShown);
        section.hidden = length === 0;
        const count = section.querySelector("h2 > span");
        if (count) count.textContent = String(length);
      }
      tell(form, words.length > 0 ? rows.filter((row) => !row.hidden).length : -1);
    };

    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    field.addEventListener("input", filter);
    // A browser that goes back keeps what was typed.
    if (field.value) filter();
  }

  /** @param {HTMLElement} item */
  const isRow = (item) => item.parentElement?.classList.contains("sopbook-directory") ?? false;

  /**
   * What a row is found by: its words, and its digits without what stands between them.
   *
   * @param {string} text
   */
  const found = (text) => `${text.replace(/\s+/g, " ")} ${text.replace(/[^\d+]+/g, "")}`;

  /**
   * @param {HTMLElement} form
   * @param {number} count Below 0 where nothing is typed.
   */
  function tell(form, count) {
    const line = form.querySelector("[role=status]");
    if (!(line instanceof HTMLElement)) return;
    const { sopbookForms = "{}", sopbookLanguage, sopbookNone = "" } = line.dataset;
    const forms = JSON.parse(sopbookForms);
    const words = forms[new Intl.PluralRules(sopbookLanguage).select(count)] ?? forms.other;
    line.textContent = count > 0 ? words.replace("{count}", String(count)) : sopbookNone;
    if (count < 0) line.textContent = "";
  }

  sopbookBase.onPage(start);
})();
