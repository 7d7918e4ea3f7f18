// @ts-check
/**
 * Where Material goes on without loading pages, it sets the address of every link anew. That of a
 * link in a picture cannot be set: without this, the page before a chart would stay.
 */
(() => {
  "use strict";

  const links = SVGAElement.prototype;
  const href = Object.getOwnPropertyDescriptor(links, "href");
  if (href && !href.set) {
    Object.defineProperty(links, "href", { ...href, set: () => undefined });
  }
})();
