/** What our own addons put into a page. */
export const addonStyles = `
.md-typeset h1:has(+ div > .atrium-page-header) { margin-bottom: 0.2em; }
.md-typeset .atrium-page-header { display: flex; flex-wrap: wrap; gap: 0 0.5em; margin: 0 0 1.5em; font-size: 0.8125rem; line-height: 1.25rem; color: var(--atrium-text-muted); }
.atrium-page-header > :not(:first-child)::before { content: '·'; margin-right: 0.5em; }

.atrium-page-footer { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0.25rem 1.5rem; margin-top: 2.5rem; padding-top: 0.75rem; border-top: 1px solid var(--atrium-border); font-size: 0.8125rem; line-height: 1.25rem; color: var(--atrium-text-muted); }
.md-typeset .atrium-page-footer p { flex: 1 1 60%; min-width: 0; margin: 0; }
.md-typeset .atrium-page-footer code { padding: 0; font-size: 0.75rem; background: none; color: inherit; }
.atrium-page-footer__message { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.atrium-page-footer__edit { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; }
/* "Edit this page" stands at the end, and leads to the editor of the portal. */
article:has(.atrium-page-footer__edit) > .md-content__button[rel='edit'] { display: none; }

.atrium-feedback { margin-top: 1rem; padding-top: 0.75rem; border-top: 1px solid var(--atrium-border); font-size: 0.8125rem; line-height: 1.25rem; color: var(--atrium-text); }
.atrium-feedback__question { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 0.75rem; }
.atrium-feedback__question [role='group'] { display: flex; gap: 0.5rem; }
.atrium-feedback button, .atrium-hits button { padding: 3px 12px; border: 1px solid var(--atrium-border-strong); border-radius: 6px; background: var(--atrium-surface); color: var(--atrium-text); font: 500 0.8125rem/1.25rem var(--bui-font-regular); cursor: pointer; }
.atrium-feedback button:hover:not(:disabled), .atrium-hits button:hover { background: var(--atrium-sunken); }
.atrium-feedback button:disabled { color: var(--atrium-text-muted); cursor: default; }
.atrium-feedback button[aria-pressed='true'] { border-color: var(--atrium-brand); background: var(--atrium-brand-tint); color: var(--atrium-brand); }
.atrium-feedback button[aria-pressed='true']::before { content: '✓ ' / ''; }
.atrium-feedback :is(button, textarea):focus-visible, .atrium-hits button:focus-visible { outline: 2px solid var(--atrium-brand); outline-offset: 1px; }
.md-typeset .atrium-feedback__owner { margin-left: auto; }
.atrium-feedback__comment { display: flex; flex-direction: column; gap: 0.375rem; max-width: 36rem; margin-top: 0.75rem; }
.atrium-feedback__comment textarea { box-sizing: border-box; width: 100%; padding: 0.5rem 0.625rem; border: 1px solid var(--atrium-border-strong); border-radius: 6px; background: var(--atrium-surface); color: var(--atrium-text); font: 400 0.875rem/1.375rem var(--bui-font-regular); resize: vertical; }
.atrium-feedback__comment > div { display: flex; flex-wrap: wrap; align-items: center; gap: 0.375rem 0.75rem; color: var(--atrium-text-muted); }
.md-typeset .atrium-feedback__status { min-height: 1.25rem; margin: 0.375rem 0 0; color: var(--atrium-text-muted); }

.atrium-hits { box-sizing: border-box; display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.75rem; max-width: min(var(--atrium-text-width), 100% - 4rem); margin: 0 auto 1rem; font-size: 0.8125rem; line-height: 1.25rem; color: var(--atrium-text-muted); overflow-wrap: anywhere; }
:host([data-width='page']) .atrium-hits { max-width: calc(100% - 4rem); }
::highlight(atrium-docs-hit) { background-color: color-mix(in srgb, var(--atrium-warning) 30%, transparent); }

/* The engine says the same for readers without these addons. */
article:has(.atrium-page-footer) .md-source-file { display: none; }

.atrium-owner-notice { box-sizing: border-box; max-width: min(var(--atrium-text-width), 100% - 4rem); margin: 0 auto 1.25rem; border: 1px solid color-mix(in srgb, var(--atrium-warning) 40%, transparent); border-radius: 8px; background: color-mix(in srgb, var(--atrium-warning) 7%, transparent); font-size: 0.8125rem; line-height: 1.25rem; color: var(--atrium-text); }
:host([data-width='page']) .atrium-owner-notice { max-width: calc(100% - 4rem); }
.atrium-owner-notice summary { display: grid; grid-template-columns: 16px minmax(0, 1fr) auto; align-items: center; gap: 0 0.5rem; padding: 0.5rem 0.75rem; cursor: pointer; font-weight: 550; list-style: none; }
.atrium-owner-notice summary::-webkit-details-marker { display: none; }
.atrium-owner-notice summary::before { content: ''; width: 16px; height: 16px; background: var(--atrium-warning); -webkit-mask: var(--md-details-icon) center / contain no-repeat; mask: var(--md-details-icon) center / contain no-repeat; }
.atrium-owner-notice[open] summary::before { transform: rotate(90deg); }
.atrium-owner-notice summary span { font-weight: 400; color: var(--atrium-text-muted); }
.atrium-owner-notice summary:focus-visible { outline: 2px solid var(--atrium-brand); border-radius: 8px; }
.atrium-owner-notice ul { margin: 0; padding: 0 0.75rem 0.5rem 2.25rem; }
.atrium-owner-notice li { padding: 0.125rem 0; overflow-wrap: anywhere; }
.atrium-owner-notice code { margin-left: 0.5em; font-family: var(--bui-font-monospace); font-size: 0.75rem; color: var(--atrium-text-muted); }
.atrium-owner-notice a { color: var(--atrium-brand); }

.atrium-diagram { position: relative; margin: 1.25em 0 !important; padding: 0.75rem; border: 1px solid var(--atrium-border); border-radius: 8px; background: var(--atrium-surface); }
.atrium-diagram__drawing { display: flex; justify-content: safe center; overflow-x: auto; border-radius: 4px; }
.atrium-diagram__drawing:focus-visible { outline: 2px solid var(--atrium-brand); }
.atrium-diagram__drawing svg { height: auto; }
.atrium-diagram__enlarge { position: absolute; top: 8px; right: 8px; opacity: 0; }
.atrium-diagram:hover .atrium-diagram__enlarge, .atrium-diagram__enlarge:focus-visible, [data-cropped] + .atrium-diagram__enlarge { opacity: 1; }
[data-cropped] + .atrium-diagram__enlarge { position: static; display: block; margin: 0.5rem 0 0 auto; }
@media (hover: none) { .atrium-diagram__enlarge { position: static; display: block; margin: 0.5rem 0 0 auto; opacity: 1; } }
.atrium-diagram__enlarge, .atrium-diagram-dialog > button { padding: 3px 8px; border: 1px solid var(--atrium-border); border-radius: 6px; background: var(--atrium-surface); color: var(--atrium-text-muted); font: 500 0.75rem/1.25rem var(--bui-font-regular); cursor: pointer; }
.atrium-diagram__enlarge:hover, .atrium-diagram-dialog > button:hover { color: var(--atrium-text); border-color: var(--atrium-border-strong); }
.atrium-diagram__enlarge:focus-visible, .atrium-diagram-dialog :focus-visible { outline: 2px solid var(--atrium-brand); }
.atrium-diagram-dialog { box-sizing: border-box; max-width: 96vw; max-height: 94vh; padding: 1rem; border: 1px solid var(--atrium-border-strong); border-radius: 8px; background: var(--atrium-surface); color: var(--atrium-text); }
.atrium-diagram-dialog::backdrop { background: oklch(0% 0 0 / 50%); }
.atrium-diagram-dialog > button { position: sticky; right: 0; bottom: 0; display: block; margin: 0.75rem 0 0 auto; }
.atrium-diagram-error { display: flex; flex-direction: column; gap: 0.25rem; padding: 0.75rem 1rem; border: 1px solid color-mix(in srgb, var(--atrium-bad) 45%, transparent); border-radius: 8px; background: color-mix(in srgb, var(--atrium-bad) 7%, transparent); font-size: 0.875rem; line-height: 1.25rem; }
.atrium-diagram-error span { overflow-x: auto; font-family: var(--bui-font-monospace); font-size: 0.8125rem; font-variant-ligatures: none; white-space: pre; }
pre.mermaid[hidden] { display: none; }

@media screen and (max-width: 76.1875em) {
  .atrium-owner-notice, .atrium-hits { max-width: 100% !important; }
}
@media screen and (max-width: 600px) {
  .atrium-owner-notice summary { grid-template-columns: 16px minmax(0, 1fr); }
  .atrium-owner-notice summary span { grid-column: 2; }
}
`;
