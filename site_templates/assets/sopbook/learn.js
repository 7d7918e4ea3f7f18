// @ts-check
/** What is ticked on onboarding paths: the box on an SOP, and what pages about paths begin with. */
(() => {
  "use strict";

  const { load, onPage, live, store, held, one, all } = sopbookBase;
  const stores = {
    done: held(store("done")),
    read: held(store("read")),
    start: held(store("start")),
    practice: held(store("practice")),
  };
  const kept = () => [stores.done, stores.read].map((store) => sopbookMemory.parse(store.read()));
  let show = () => {};

  /** @type {SopbookLearn} */
  const learn = {
    stores,
    pages: {
      sop(nav) {
        const path = new URLSearchParams(location.search).get("path");
        for (const line of all(nav, "[data-sopbook-path]"))
          line.classList.toggle("is-here", line.dataset.sopbookPath === path);
        const { sopbookMaterial = "" } = one(document, ".sopbook-reminder")?.dataset ?? {};
        one(nav, "label").dataset.sopbookMaterial = sopbookMaterial;
        return () => learn.boxes(nav);
      },
    },

    done() {
      const [done, read] = kept();
      for (const [sop, seen] of done)
        done.set(sop, sopbookMemory.newer(seen, read.get(sop)) ?? seen);
      return done;
    },

    lessons(page, done) {
      return all(page, "[data-sopbook-lesson]").map((place) => {
        const { sopbookLesson: sop = "", sopbookMaterial: published = "" } = place.dataset;
        const { sopbookTitle: title = "" } = place.dataset;
        const standing = sopbookMemory.standing(published, done.get(sop));
        return { place, sop, title, published, standing };
      });
    },

    boxes(page) {
      one(page, ".sopbook-learn__refused").hidden = !stores.done.isRefused();
      const found = learn.lessons(page, learn.done());
      for (const { place, sop, published, standing } of found) {
        /** @type {HTMLInputElement} */
        const box = one(place, "input");
        box.checked = standing === "done";
        box.onchange = () => learn.tick(sop, published, box.checked);
      }
      return found;
    },

    tick(sop, published, isTicked) {
      const { newer, revisions, text, read: seeing } = sopbookMemory;
      const [done, read] = kept();
      if (isTicked) {
        const known = newer(done.get(sop), read.get(sop));
        const seen = seeing(revisions(published), known, Date.now());
        done.set(sop, seen);
        stores.read.write(text(read.set(sop, seen)));
      } else {
        done.delete(sop);
      }
      stores.done.write(text(done));
      document.dispatchEvent(new Event("sopbook-read"));
    },
  };

  onPage(async () => {
    const page = one(document, "[data-sopbook-learn]");
    if (!page) return;
    const { sopbookLearn: kind = "" } = page.dataset;
    // An SOP's own page loads nothing more; offline, or half published, all are whole as they are.
    try {
      for (const part of kind === "sop" ? [] : ["progress", kind])
        await load(`assets/sopbook/learn/${part}.js`);
    } catch {
      return;
    }
    for (const part of all(page, "[hidden]")) part.hidden = false;
    // Where nothing can be kept, one is told before one ticks.
    stores.done.write(stores.done.read() ?? "{}");
    show = learn.pages[kind](page);
    page.addEventListener("change", () => show());
    show();
  });
  live(Object.values(stores), () => show());
  // The other control on an SOP's page.
  document.addEventListener("sopbook-read", () => show());
  Object.assign(globalThis, { sopbookLearn: learn });
})();
