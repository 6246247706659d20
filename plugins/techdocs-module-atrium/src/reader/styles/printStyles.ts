/** On paper: the article alone, dark on white whatever the theme. */
export const printStyles = `
@media print {
  :host {
    --atrium-app: #ffffff;
    --atrium-surface: #ffffff;
    --atrium-sunken: #f4f4f6;
    --atrium-border: #d5d5dd;
    --atrium-border-strong: #b4b4c0;
    --atrium-text: #111114;
    --atrium-text-muted: #4b4b57;
    --atrium-brand: #322b8f;
    --atrium-brand-tint: #ecebfb;
  }
  :host, :host([data-mode='dark']) {
    color-scheme: light;
  }
  :host([data-mode='dark']) > * {
    --md-code-hl-keyword-color: #8a2b8f;
    --md-code-hl-function-color: #1a56b0;
    --md-code-hl-string-color: #1c6b35;
    --md-code-hl-number-color: #a33b12;
    --md-code-hl-constant-color: #a33b12;
    --md-code-hl-comment-color: #646473;
    --md-code-hl-operator-color: #5d5d6b;
    --md-code-hl-punctuation-color: #5d5d6b;
  }
  .md-typeset img.only-dark { display: none !important; }
  .md-typeset img.only-light { display: revert !important; }
  :host > * { --md-typeset-font-size: 11pt !important; }
  body { --md-typeset-font-size: 11pt !important; }
  .md-sidebar, .md-pagination, .md-overlay, #toggle-sidebar, .md-content__button, .md-clipboard, .headerlink,
  .atrium-owner-notice, .atrium-diagram__enlarge, .atrium-feedback, .atrium-hits, .atrium-page-footer__edit { display: none !important; }
  .md-content { max-width: 100% !important; margin: 0 !important; }
  .md-content__inner { max-width: none !important; padding: 0 !important; }
  .atrium-diagram { padding: 0; border: 0; break-inside: avoid; }
  /* The drawing was made in the colours of the screen. */
  :host([data-mode='dark']) .atrium-diagram svg { filter: invert(1) hue-rotate(180deg); }
  /* "3 days ago" says nothing on paper. */
  time[title] { font-size: 0; }
  time[title]::after { content: attr(title); font-size: 0.8125rem; }
  .md-typeset :is(h1, h2, h3, h4) { break-after: avoid; }
  .md-typeset pre > code { white-space: pre-wrap; overflow-wrap: anywhere; }
}
`;
