/**
 * Frame of a page. The reader adds its own rules behind these: it fixes the
 * side bars, sets the width of the columns and slides the drawer on phones.
 */
export const layoutStyles = `
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
.md-toggle, .md-nav__toggle { display: none; }
.md-icon svg { width: 1.25rem; height: 1.25rem; fill: currentColor; display: block; }
.md-container { display: flex; flex-direction: column; min-height: 60vh; }
.md-main { flex-grow: 1; }
.md-main__inner { display: flex; height: 100%; }
.md-header { display: none; }
.md-ellipsis { overflow-wrap: anywhere; }

.md-sidebar { align-self: flex-start; flex-shrink: 0; padding: 0.75rem 0; }
.md-sidebar--secondary { order: 2; }
.md-sidebar__scrollwrap { overflow-y: auto; scrollbar-width: thin; scrollbar-color: var(--md-default-fg-color--lighter) transparent; }
.md-sidebar__inner { padding-right: 0.75rem; }

.md-nav { line-height: 1.35; }
.md-nav__title { display: block; padding: 0 0.5rem; margin-bottom: 0.5rem; font-weight: 600; overflow-wrap: anywhere; }
.md-nav__list { list-style: none; margin: 0; padding: 0; }
.md-nav__item { padding: 0; margin: 0; }
.md-nav__link { display: flex; align-items: center; justify-content: space-between; padding: 0.3125rem 0.5rem; border-radius: 4px; color: var(--md-default-fg-color--light); cursor: pointer; text-decoration: none; overflow-wrap: anywhere; scroll-margin: 4rem; }
.md-nav__link:hover { color: var(--md-default-fg-color); background: var(--md-default-fg-color--lightest); }
.md-nav__link:focus-visible { outline: 2px solid var(--md-accent-fg-color); outline-offset: -2px; }
.md-nav__item--active > .md-nav__link, a.md-nav__link--active { font-weight: 600; text-decoration: none; }
a.md-nav__link--active { background: var(--md-accent-fg-color--transparent); box-shadow: inset 2px 0 var(--md-accent-fg-color); }
.md-nav__link.md-nav__container { padding: 0; }
.md-nav__link.md-nav__container:hover { background: none; }
.md-nav__container > a.md-nav__link { flex-grow: 1; }
.md-nav__container > label.md-nav__link { padding-inline: 0.25rem; }
.md-nav__item--nested > .md-nav { display: none; padding-left: 0.75rem; }
.md-nav__toggle:checked ~ .md-nav { display: block; }
.md-nav__icon { flex-shrink: 0; display: inline-block; }
.md-nav__icon::after { content: ''; display: block; width: 1rem; height: 1rem; background: currentColor; -webkit-mask: var(--md-nav-icon--next) center / contain no-repeat; mask: var(--md-nav-icon--next) center / contain no-repeat; transition: transform 120ms; }
.md-nav__toggle:checked ~ .md-nav__link .md-nav__icon::after { transform: rotate(90deg); }
.md-nav--secondary .md-nav__title { font-size: 0.8125em; color: var(--md-default-fg-color--light); }
.md-nav--secondary .md-nav { padding-left: 0.75rem; }
.md-nav--secondary .md-nav__link { padding-block: 0.1875rem; }

.md-content { flex-grow: 1; min-width: 0; overflow-wrap: break-word; }
.md-content__inner { max-width: 50rem; margin: 0 auto; padding: 0.5rem 2rem 2rem; }
.md-content__button { float: right; display: inline-flex; margin: 0.5rem 0 0 0.5rem; padding: 0.25rem; border-radius: 4px; }
.md-content__button:hover { background: var(--md-default-fg-color--lightest); }
.md-header__button { cursor: pointer; }
#toggle-sidebar { float: left; }

.md-pagination { max-width: 50rem; margin: 0 auto; padding: 0 2rem 3rem; display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
.md-pagination .md-footer__link { width: auto; display: block; padding: 0.75rem 1rem; border: 1px solid var(--md-default-fg-color--lighter); border-radius: 6px; text-decoration: none; color: var(--md-default-fg-color); }
.md-pagination .md-footer__link:hover { border-color: var(--md-accent-fg-color); }
.md-pagination .md-footer__link:focus-visible { outline: 2px solid var(--md-accent-fg-color); }
.md-pagination .md-footer__link--next { grid-column: 2; text-align: right; }
.md-footer__direction { display: block; font-size: 0.8125rem; color: var(--md-default-fg-color--light); }

.md-source-file { margin-top: 2.5rem; font-size: 0.8125em; color: var(--md-default-fg-color--light); }

.md-overlay { position: fixed; top: 0; width: 0; height: 0; z-index: 150; opacity: 0; background: rgba(0, 0, 0, 0.5); }

@media screen and (min-width: 76.25em) {
  #toggle-sidebar { display: none; }
}
@media screen and (max-width: 76.1875em) {
  .md-sidebar--primary { position: fixed; top: 0; height: 100%; background: var(--md-default-bg-color); transition: transform 200ms; }
  .md-sidebar--primary .md-sidebar__scrollwrap { position: absolute; inset: 0; padding: 1rem 0.5rem; }
  [data-md-toggle='drawer']:checked ~ .md-overlay { width: 100%; height: 100%; opacity: 1; }
  .md-content__inner, .md-post__aside, .md-pagination { padding-inline: 0.75rem; }
}
@media (prefers-reduced-motion: reduce) {
  .md-nav__icon::after, .md-sidebar--primary { transition: none; }
}
@media print {
  .md-content__button, .md-pagination, .headerlink, .md-clipboard { display: none !important; }
  .md-content__inner { max-width: none; padding: 0; }
  .md-typeset pre, .md-typeset .admonition, .md-typeset table, .md-typeset img { break-inside: avoid; }
  .md-typeset pre > code { white-space: pre-wrap; }
  .md-typeset details:not([open]) > *:not(summary) { display: block; }
}
`;
