// @ts-check
/** The copy buttons of scripts. They work from a file as well, where there is no clipboard API. */
(() => {
  "use strict";

  const BUTTON = ".sopbook-copy";
  const SHOWN_FOR = 2500;

  /** Without scripts a copy button could do nothing, so pages come with the buttons hidden. */
  function show() {
    for (const button of document.querySelectorAll(BUTTON)) button.removeAttribute("hidden");
  }

  /** @param {Event} event */
  async function onClick(event) {
    const button = event.target instanceof Element ? event.target.closest(BUTTON) : null;
    const said = button?.closest(".sopbook-say");
    const words = /** @type {HTMLElement | null | undefined} */ (
      said?.querySelector(":is(blockquote,pre)")
    );
    if (!(button instanceof HTMLElement) || !words) return;
    const isCopied = await copied(words);
    answer(
      button,
      (isCopied ? button.dataset.sopbookCopied : button.dataset.sopbookSelected) ?? "",
    );
  }

  /** @param {HTMLElement} words */
  async function copied(words) {
    try {
      await navigator.clipboard.writeText(words.innerText.trim());
      return true;
    } catch {
      // No clipboard API here, or no permission: whatever the reason, the old way is next.
      return copiedAsSelection(words);
    }
  }

  /**
   * Where even that is refused the words stay selected, one key from the clipboard.
   *
   * @param {HTMLElement} words
   */
  function copiedAsSelection(words) {
    const selection = getSelection();
    selection?.selectAllChildren(words);
    const isCopied = document.execCommand("copy");
    if (isCopied) selection?.removeAllRanges();
    return isCopied;
  }

  /**
   * Beside the button, not in it: screen readers do not hear what changes inside a button.
   *
   * @param {HTMLElement} button
   * @param {string} words
   */
  function answer(button, words) {
    const place = button.parentElement?.querySelector("[role=status]");
    if (!place) return;
    place.textContent = words;
    setTimeout(() => {
      place.textContent = "";
    }, SHOWN_FOR);
  }

  document.addEventListener("click", onClick);
  sopbookBase.onPage(show);
})();
