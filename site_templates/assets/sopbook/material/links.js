// @ts-check
/**
 * Where Material goes on without loading pages, it sets the address of every link anew. That of a
 * link in a picture cannot be set: without this, the page before a chart would stay.
 */
(() => {
  "use strict";

  for (const { prototype } of [SVGAElement, SVGUseElement]) {
    const href = Object.getOwnPropertyDescriptor(prototype, "href");
    if (href && !href.set)
      Object.defineProperty(prototype, "href", { ...href, set: () => undefined });
  }
})();
