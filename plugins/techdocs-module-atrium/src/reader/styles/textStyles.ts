/** The text of a page and its code, in the light and in the dark. */
export const textStyles = `
:host > * {
  --md-code-font-family: var(--bui-font-monospace);
  --md-code-bg-color: var(--atrium-sunken);
  --md-code-fg-color: var(--atrium-text);
  --md-code-hl-color--light: var(--atrium-brand-tint);
  --md-typeset-a-color: var(--atrium-brand);
  --md-typeset-table-color: var(--atrium-border);
  --md-typeset-table-color--light: var(--atrium-sunken);
  --md-typeset-kbd-border-color: var(--atrium-border-strong);
  --md-admonition-bg-color: var(--atrium-surface);
  --md-typeset-mark-color: color-mix(in srgb, #ffd84d 55%, transparent);
  --md-typeset-ins-color: color-mix(in srgb, var(--atrium-good) 20%, transparent);
  --md-typeset-del-color: color-mix(in srgb, var(--atrium-bad) 20%, transparent);
  --md-code-hl-keyword-color: #8a2b8f;
  --md-code-hl-function-color: #1a56b0;
  --md-code-hl-string-color: #1c6b35;
  --md-code-hl-number-color: #a33b12;
  --md-code-hl-constant-color: #a33b12;
  --md-code-hl-comment-color: #646473;
  --md-code-hl-variable-color: var(--atrium-text);
  --md-code-hl-operator-color: #5d5d6b;
  --md-code-hl-punctuation-color: #5d5d6b;
}
:host([data-mode='dark']) > * {
  --md-typeset-mark-color: color-mix(in srgb, #ffd84d 30%, transparent);
  --md-code-hl-keyword-color: #e08fe5;
  --md-code-hl-function-color: #85b6ff;
  --md-code-hl-string-color: #86cf96;
  --md-code-hl-number-color: #f2a37c;
  --md-code-hl-constant-color: #f2a37c;
  --md-code-hl-comment-color: #9797a6;
  --md-code-hl-operator-color: #a2a2b0;
  --md-code-hl-punctuation-color: #a2a2b0;
}

.md-typeset { line-height: 1.625; }
.md-typeset :is(h1, h2, h3, h4, h5, h6) { font-family: inherit; color: var(--atrium-text); line-height: 1.3; text-wrap: balance; }
.md-typeset h1 { margin: 0 0 0.5em; font-size: 1.75em; font-weight: 660; letter-spacing: -0.02em; }
.md-typeset h2 { margin: 2em 0 0.6em; font-size: 1.375em; font-weight: 640; letter-spacing: -0.012em; }
.md-typeset h3 { margin: 1.75em 0 0.5em; font-size: 1.125em; font-weight: 620; }
.md-typeset h4 { margin: 1.5em 0 0.4em; font-size: 1em; font-weight: 620; }
.md-typeset :is(h5, h6) { margin: 1.25em 0 0.4em; font-size: 0.875em; font-weight: 620; }
.md-typeset h6 { color: var(--atrium-text-muted); }
.md-typeset :is(p, ul, ol, dl, blockquote) { margin-block: 0.9em; }
.md-typeset blockquote { border-left: 3px solid var(--atrium-border-strong); color: var(--atrium-text-muted); }
.md-typeset hr { border-bottom: 1px solid var(--atrium-border); }

.md-typeset table:not([class]) { font-size: 0.9375em; line-height: 1.5; border-radius: 8px; border-color: var(--atrium-border); background: var(--atrium-surface); font-variant-numeric: tabular-nums; }
.md-typeset table:not([class]) :is(th, td) { padding: 0.5rem 0.85rem; }
.md-typeset table:not([class]) th { font-size: 0.9em; font-weight: 600; color: var(--atrium-text-muted); background: var(--atrium-sunken); }

.md-typeset code { border-radius: 4px; }
.md-typeset pre { font-size: 0.9375em; line-height: 1.55; }
.md-typeset pre > code { padding: 0.85em 1em; border-color: var(--atrium-border); border-radius: 8px; }
.highlight .filename { border-color: var(--atrium-border); border-radius: 8px 8px 0 0; color: var(--atrium-text-muted); font-family: var(--bui-font-monospace); font-weight: 500; }

:host([data-mode='dark']) .md-typeset img.only-light { display: none; }
:host([data-mode='dark']) .md-typeset img.only-dark { display: revert; }

.md-clipboard { display: grid; place-items: center; width: 28px; height: 28px; padding: 0; border: 1px solid var(--atrium-border); border-radius: 6px; background: var(--atrium-surface); color: var(--atrium-text-muted); cursor: pointer; opacity: 0; }
.md-clipboard:hover { color: var(--atrium-text); }
pre:hover .md-clipboard, .md-clipboard:focus-visible { opacity: 1; }
.md-clipboard:focus-visible { outline: 2px solid var(--atrium-brand); }
.md-clipboard svg { width: 16px; height: 16px; fill: currentColor; }
@media (hover: none) { .md-clipboard { opacity: 1; } }

.md-content__button { display: grid; place-items: center; width: 28px; height: 28px; margin: 2px 0 0 8px; padding: 0; border-radius: 6px; color: var(--atrium-text-muted) !important; }
.md-content__button:hover { background: var(--atrium-sunken); color: var(--atrium-text) !important; }
.md-content__button svg { width: 16px; height: 16px; }
`;
