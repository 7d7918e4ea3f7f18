// @ts-check
/**
 * The table of all SOPs: narrowed and sorted as the reader chooses. The address keeps the choice,
 * so it can be sent to others, and Back comes back to it. The words are in the page.
 */
(() => {
  "use strict";

  /** Typing is over: the address is written, and what was found is said. */
  const PAUSE = 150;

  const here = /** @type {any} */ (globalThis);

  /** @param {HTMLElement} place */
  function start(place) {
    if (place.dataset.sopbookLive !== undefined) return;
    place.dataset.sopbookLive = "";
    new Table(place).begin();
  }

  class Table {
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    pause;

    /** @param {HTMLElement} place */
    constructor(place) {
      /** @param {string} selector @returns {any} */
      const one = (selector) => place.querySelector(selector);
      this.form = /** @type {HTMLFormElement} */ (one("form"));
      this.table = /** @type {HTMLTableElement} */ (one("table"));
      this.body = this.table.tBodies[0];
      this.count = /** @type {HTMLElement} */ (one(".sopbook-all__count"));
      this.clear = /** @type {HTMLButtonElement} */ (one(".sopbook-clear"));
      this.none = /** @type {HTMLElement} */ (one(".sopbook-all__none"));
      this.unknown = /** @type {HTMLElement} */ (one(".sopbook-all__unknown"));
      this.chosen = /** @type {HTMLElement} */ (one(".sopbook-all__chosen"));
      this.words = /** @type {HTMLInputElement} */ (one("input"));
      this.whole = this.count.textContent ?? "";
      this.heads = [...this.table.querySelectorAll("th")].filter(isColumn);
      this.selects = [...this.form.querySelectorAll("select")];
      this.rows = [...this.body.rows].map(rowOf);
      this.order = this.rows;
      this.known = new Map(
        this.selects.map(({ name, options }) => [name, new Set([...options].map(idOf))]),
      );
      this.columns = new Set(this.heads.map((head) => columnOf(head)));
      this.choice = this.asked();
    }

    begin() {
      for (const head of this.heads) this.makeSortable(head);
      this.form.hidden = false;
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.form.addEventListener("input", () => this.onInput());
      this.clear.addEventListener("click", () => this.onClear());
      addEventListener("popstate", () => this.take());
      // Coming back, a browser may put its own memory of the form in place of ours.
      addEventListener("pageshow", () => this.take());
      this.take();
    }

    asked() {
      return here.sopbookChoice.read(location.search, this.known, this.columns);
    }

    /** Take the choice from the address. */
    take() {
      if (!this.table.isConnected) return;
      this.choice = this.asked();
      this.words.value = this.choice.words;
      for (const select of this.selects) select.value = this.choice.values.get(select.name) ?? "";
      const isMore = this.selects.some((select) => select.value && select.closest("details"));
      const fold = this.form.querySelector("details");
      if (isMore && fold) fold.open = true;
      this.sort();
      this.show();
    }

    onInput() {
      this.choice.words = this.words.value;
      const chosen = this.selects.filter((select) => select.value);
      this.choice.values = new Map(chosen.map(({ name, value }) => [name, value]));
      this.choice.unknown = [];
      this.show();
      clearTimeout(this.pause);
      this.pause = setTimeout(() => this.write(), PAUSE);
    }

    onClear() {
      this.words.value = "";
      for (const select of this.selects) select.value = "";
      this.onInput();
      this.words.focus();
    }

    write() {
      if (!this.table.isConnected) return;
      const query = here.sopbookChoice.write(this.choice, location.search, this.known.keys());
      try {
        history.replaceState(history.state, "", location.pathname + query + location.hash);
      } catch {
        // Some browsers keep the address of a page that was opened as a file as it is.
      }
    }

    show() {
      const fits = here.sopbookChoice.fitting(this.choice, here.sopbookFold.fold);
      let count = 0;
      for (const row of this.rows) {
        const isShown = fits(row);
        count += Number(isShown);
        if (row.line.hidden === isShown) row.line.hidden = !isShown;
      }
      const isAll = here.sopbookChoice.isEmpty(this.choice);
      const said = isAll ? this.whole : this.counted(count);
      if (this.count.textContent !== said) this.count.textContent = said;
      this.clear.hidden = isAll;
      this.tell();
      this.none.hidden = count > 0;
      this.table.hidden = count === 0;
    }

    /** Say what was chosen, for paper, and what the address asks for in vain. */
    tell() {
      const fields = [this.words, ...this.selects];
      const filled = fields.filter((field) => field.value.trim());
      this.chosen.textContent = filled
        .map((field) => `${labelOf(field)}: ${shown(field)}`)
        .join(" · ");
      const { unknown } = this.choice;
      const asked = fields
        .filter((field) => unknown.includes(field.name))
        .map(labelOf)
        .join(", ");
      const { sopbookWords = "" } = this.unknown.dataset;
      this.unknown.textContent = asked && sopbookWords.replace("{names}", () => asked);
    }

    /** @param {number} some */
    counted(some) {
      const forms = JSON.parse(this.count.dataset.sopbookForms ?? "{}");
      const all = this.rows.length;
      const form = new Intl.PluralRules(document.documentElement.lang || "en").select(all);
      const words = String(forms[form] ?? forms.other);
      return words.replace("{some}", String(some)).replace("{count}", String(all));
    }

    /** @param {HTMLTableCellElement} head */
    makeSortable(head) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sopbook-sort";
      button.append(...head.childNodes);
      const by = this.table.dataset.sopbookBy ?? "";
      button.title = by.replace("{column}", () => button.textContent ?? "");
      button.addEventListener("click", () => this.onSort(columnOf(head)));
      head.append(button);
    }

    /** @param {string} column */
    onSort(column) {
      const isSame = this.sorted() === column;
      this.choice.isDown = isSame && !this.choice.isDown;
      this.choice.sort = column;
      this.sort();
      this.write();
    }

    /** The order of the page is that of the first column. */
    sorted() {
      return this.choice.sort || columnOf(this.heads[0]);
    }

    sort() {
      const column = this.sorted();
      const place = this.heads.findIndex((head) => columnOf(head) === column);
      for (const head of this.heads) {
        const isBy = columnOf(head) === column;
        const way = this.choice.isDown ? "descending" : "ascending";
        if (isBy) head.setAttribute("aria-sort", way);
        else head.removeAttribute("aria-sort");
      }
      const texts = this.rows.map((row) => sortedBy(row.line.cells[place]));
      const { compare } = new Intl.Collator(document.documentElement.lang || "en", {
        numeric: true,
      });
      const places = /** @type {number[]} */ (
        here.sopbookChoice.ordered(texts, this.choice.isDown, compare)
      );
      const order = places.map((at) => this.rows[at]);
      if (order.every((row, at) => row === this.order[at])) return;
      this.order = order;
      this.body.replaceChildren(...order.map((row) => row.line));
    }
  }

  /** @param {Element} head @returns {head is HTMLTableCellElement} */
  function isColumn(head) {
    return head instanceof HTMLTableCellElement && head.dataset.sopbookColumn !== undefined;
  }

  /** @param {HTMLElement} head */
  function columnOf(head) {
    return head.dataset.sopbookColumn ?? "";
  }

  /** @param {HTMLInputElement | HTMLSelectElement} field */
  function labelOf(field) {
    return field.labels?.[0]?.textContent ?? "";
  }

  /** @param {HTMLInputElement | HTMLSelectElement} field */
  function shown(field) {
    const words =
      field instanceof HTMLSelectElement ? field.selectedOptions[0]?.label : field.value;
    return words?.trim() ?? "";
  }

  /** @param {HTMLOptionElement} option */
  function idOf(option) {
    return option.value;
  }

  /** @param {number} days */
  function dayIn(days) {
    const date = new Date();
    date.setDate(date.getDate() + days);
    return here.sopbookClock.today(date);
  }

  /** @param {HTMLTableRowElement} line */
  function rowOf(line) {
    const { sopbookMarks = "", sopbookAlso = "" } = line.dataset;
    const marks = new Set(sopbookMarks.split(" "));
    const due = line.querySelector("[data-sopbook-after]")?.getAttribute("data-sopbook-after");
    for (const when of due ? here.sopbookChoice.soon(due, dayIn) : []) marks.add(`review:${when}`);
    // Cell by cell: `Phone` and `Complaint` are two words.
    const texts = [...line.cells].map((cell) => cell.textContent ?? "");
    return { line, marks, text: here.sopbookFold.fold([...texts, sopbookAlso].join(" ")) };
  }

  /** @param {HTMLTableCellElement} cell */
  function sortedBy(cell) {
    const time = cell.querySelector("time");
    return time ? time.dateTime : (cell.textContent ?? "").trim();
  }

  here.sopbookTable = { start };
})();
