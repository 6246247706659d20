/** Columns, navigation and the way from page to page. */
export const pageStyles = `
:host > * {
  --atrium-nav-width: 15rem;
  --atrium-toc-width: 13.5rem;
  --atrium-text-width: 45rem;
  --techdocs-sidebar-closed-offset-pinned: 0px;
  --techdocs-sidebar-closed-offset-collapsed: 0px;
  --md-default-fg-color: var(--atrium-text);
  --md-default-fg-color--light: var(--atrium-text-muted);
  --md-default-fg-color--lighter: var(--atrium-border-strong);
  --md-default-fg-color--lightest: var(--atrium-border);
  --md-default-bg-color: var(--atrium-app);
  --md-accent-fg-color: var(--atrium-brand);
  --md-accent-fg-color--transparent: var(--atrium-brand-tint);
}
body { margin: 0; font-family: var(--bui-font-regular); color: var(--atrium-text); }

.md-nav { font-size: 0.875rem; line-height: 1.25rem; }
.md-nav__link { padding: 0.25rem 0.625rem; border-radius: 6px; color: var(--atrium-text-muted); }
.md-nav__link:hover { color: var(--atrium-text); background: var(--atrium-sunken); }
.md-nav__item--active > .md-nav__link, a.md-nav__link--active { color: var(--atrium-text); font-weight: 550; text-decoration: none; }
a.md-nav__link.md-nav__link--active { color: var(--atrium-brand); background: var(--atrium-brand-tint); box-shadow: none; }
.md-nav__icon { width: 16px !important; height: 16px !important; }
.md-nav__icon::after { width: 16px !important; height: 16px !important; }
.md-nav--secondary { font-size: 0.8125rem; border-left: 1px solid var(--atrium-border); padding-left: 0.25rem; }
.md-nav--secondary .md-nav { border-left: 0; }
.md-nav--secondary .md-nav__title { font-size: 0.8125rem; font-weight: 600; color: var(--atrium-text); padding-inline: 0.625rem; }

/* Its arrow stands below those of folders without a page of their own. */
.md-nav__container > label.md-nav__link { padding-inline: 0.25rem 0.625rem; }
[data-techdocs-addons-location='primary sidebar']:not(:empty) { display: flex; justify-content: flex-end; }
[data-techdocs-addons-location='primary sidebar'] > button { position: static; margin: 0 1rem 0.25rem 0; padding: 2px 6px; border: 0; border-radius: 4px; background: none; color: var(--atrium-text-muted); font: 400 0.75rem/1.25rem var(--bui-font-regular); white-space: nowrap; cursor: pointer; }
[data-techdocs-addons-location='primary sidebar'] > button:hover { color: var(--atrium-text); background: var(--atrium-sunken); }
[data-techdocs-addons-location='primary sidebar'] > button::before { content: var(--atrium-open-all); }
[data-techdocs-addons-location='primary sidebar'] > button[aria-expanded='true']::before { content: var(--atrium-close-all); }
[data-techdocs-addons-location='primary sidebar'] > button svg { display: none; }
/* A folder opens by a box to tick: sites hide it, from the keyboard and screen readers too. */
.md-nav__item--nested > .md-nav__toggle { display: block; position: absolute; width: 1px; height: 1px; margin: 0; opacity: 0; pointer-events: none; }
.md-nav__item--nested.md-nav__item--active > .md-nav__toggle { display: none; }
.md-nav__toggle:focus-visible ~ label, .md-nav__toggle:focus-visible ~ .md-nav__container > label { outline: 2px solid var(--atrium-brand); outline-offset: -2px; }
/* The stock addon closes the branch that is being read. */
.md-nav__item--nested.md-nav__item--active > .md-nav { display: block; }
.md-nav__item--nested.md-nav__item--active > label .md-nav__icon, .md-nav__item--active > .md-nav__container > label { display: none; }
[data-techdocs-addons-location] > button:focus-visible { outline: 2px solid var(--atrium-brand); }

.md-content { margin-bottom: 0; }
.md-content__inner, .md-post__aside { max-width: calc(var(--atrium-text-width) + 4rem); padding-top: 0; }
.md-pagination { max-width: calc(var(--atrium-text-width) + 4rem); gap: 0.75rem; }
.md-pagination .md-footer__link { min-width: 0; border-color: var(--atrium-border); background: var(--atrium-surface); font-size: 0.875rem; font-weight: 550; line-height: 1.25rem; color: var(--atrium-brand); }
.md-footer__direction { font-size: 0.75rem; font-weight: 400; line-height: 1rem; color: var(--atrium-text-muted); }

@media screen and (min-width: 76.25em) {
  .md-sidebar { padding-top: 0; }
  .md-sidebar--primary, .md-sidebar--primary .md-sidebar__scrollwrap { width: var(--atrium-nav-width); }
  .md-sidebar--secondary, .md-sidebar--secondary .md-sidebar__scrollwrap { width: var(--atrium-toc-width); }
  .md-content { max-width: calc(100% - var(--atrium-nav-width) - var(--atrium-toc-width)); margin-left: var(--atrium-nav-width); }
  /* The name of the site is the title of the page around. */
  .md-nav--primary > .md-nav__title { display: none; }
  .md-sidebar--primary .md-sidebar__inner { padding-right: 1rem; }

  :host([data-width='page']) .md-sidebar--secondary { display: none; }
  :host([data-width='page']) .md-content { max-width: calc(100% - var(--atrium-nav-width)); }
  :host([data-width='page']) :is(.md-content__inner, .md-post__aside, .md-pagination) { max-width: none; }
}

@media screen and (max-width: 76.1875em) {
  :host > * { --md-typeset-font-size: 1rem; }
  .md-content__inner, .md-post__aside, .md-pagination { padding-inline: 0; }
  .md-nav { background-color: transparent; }
  .md-sidebar--primary { background: var(--atrium-surface); border-right: 1px solid var(--atrium-border); transition: transform 200ms, visibility 200ms; }
  /* Closed, the stock reader leaves as much of it to be seen as its own app is wide. */
  [data-md-toggle=drawer]:not(:checked) ~ .md-container .md-sidebar--primary { visibility: hidden; }
  [data-md-toggle=drawer] { display: block; position: absolute; width: 1px; height: 1px; margin: 0; opacity: 0; pointer-events: none; }
  [data-md-toggle=drawer]:focus-visible ~ .md-container #toggle-sidebar { outline: 2px solid var(--atrium-brand); }
  .md-nav--primary .md-nav__title { padding: 0.5rem 0.625rem 0.75rem; background: none; font-weight: 600; }
  #toggle-sidebar { display: inline-grid; place-items: center; float: none; width: 32px; height: 32px; margin: 0 0 0.5rem -0.25rem !important; padding: 0 !important; border-radius: 6px; color: var(--atrium-text); }
}
`;
