// @ts-check
/** Brings the page on which SOPs are practised to life. */
sopbookBase.bring("[data-sopbook-practice]", ["practice/drill", "practice/page"], (page) =>
  sopbookPractice(page),
);
