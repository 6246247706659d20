/** Signs in front of the names of keys, as on a keyboard. */
const KEY_SIGNS: [sign: string, ...keys: string[]][] = [
  ['⎇', 'alt', 'left-alt', 'right-alt'],
  ['⌘', 'command', 'left-command', 'right-command'],
  ['⌃', 'control', 'left-control', 'right-control'],
  ['◆', 'meta', 'left-meta', 'right-meta'],
  ['⌥', 'option', 'left-option', 'right-option'],
  ['⇧', 'shift', 'left-shift', 'right-shift'],
  ['❖', 'super', 'left-super', 'right-super'],
  ['⊞', 'windows', 'left-windows', 'right-windows'],
  ['↓', 'arrow-down'],
  ['←', 'arrow-left'],
  ['→', 'arrow-right'],
  ['↑', 'arrow-up'],
  ['⌫', 'backspace'],
  ['⇤', 'backtab'],
  ['⇪', 'caps-lock'],
  ['⌦', 'delete'],
  ['⏏', 'eject'],
  ['⏎', 'enter'],
  ['⎋', 'escape'],
  ['⇟', 'page-down'],
  ['⇞', 'page-up'],
  ['⇥', 'tab'],
];

/** Nothing of it is read aloud: the name says the same. */
function keyRule([sign, ...keys]: (typeof KEY_SIGNS)[number]): string {
  const selector = keys.map(key => `.key-${key}`).join(', ');
  return `.md-typeset .keys > :is(${selector})::before { content: '${sign}' / ''; padding-right: 0.4em; }`;
}

/** The text itself: headings, lists, tables, code. */
export const typesetStyles = `
.md-typeset { color: var(--md-typeset-color); line-height: 1.6; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.md-typeset p, .md-typeset ul, .md-typeset ol, .md-typeset dl, .md-typeset blockquote, .md-typeset figure { margin: 1em 0; }
.md-typeset h1 { margin: 0 0 1rem; }
.md-typeset h2 { margin: 2em 0 0.75em; }
.md-typeset h3 { margin: 1.6em 0 0.6em; }
.md-typeset h4, .md-typeset h5, .md-typeset h6 { margin: 1.25em 0 0.5em; }
.md-typeset :is(h1, h2, h3, h4, h5, h6) { scroll-margin-top: 4rem; overflow-wrap: break-word; }
.md-typeset a { color: var(--md-typeset-a-color); text-decoration: none; }
.md-typeset :is(p, li, td, dd, strong, b, em, i, mark, ins, del) > a { text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.15em; }
.md-typeset a:hover { text-decoration: underline; }
.md-typeset a:focus-visible { outline: 2px solid var(--md-accent-fg-color); outline-offset: 2px; border-radius: 2px; }
.md-typeset .headerlink { margin-left: 0.4rem; opacity: 0; color: var(--md-default-fg-color--light); text-decoration: none; }
.md-typeset :is(h1, h2, h3, h4, h5, h6):hover > .headerlink, .md-typeset .headerlink:focus { opacity: 1; }

.md-typeset ul, .md-typeset ol { padding-left: 1.5em; }
.md-typeset li { margin: 0.35em 0; }
.md-typeset li > :is(ul, ol) { margin: 0.35em 0; }
.md-typeset li > p { margin: 0.5em 0; }
.md-typeset ol ol:not([type], .md-code-notes) { list-style-type: lower-alpha; }
.md-typeset ol ol ol:not([type], .md-code-notes) { list-style-type: lower-roman; }
.md-typeset dt { font-weight: 600; }
.md-typeset dd { margin: 0.35em 0 1em 1.5em; }
.md-typeset blockquote { padding-left: 0.9rem; }
.md-typeset hr { border: 0; margin: 2em 0; }
.md-typeset img, .md-typeset video { max-width: 100%; height: auto; }
.md-typeset img[align='left'] { float: left; margin: 0 1em 1em 0; }
.md-typeset img[align='right'] { float: right; margin: 0 0 1em 1em; }
.md-typeset figure { text-align: center; }
.md-typeset figure table:not([class]) { margin-inline: auto; }
.md-typeset figcaption { margin-top: 0.5em; font-size: 0.9em; color: var(--md-default-fg-color--light); }
.md-typeset abbr[title] { cursor: help; text-decoration: underline dotted; text-underline-offset: 0.15em; }
.md-typeset mark { background: var(--md-typeset-mark-color); color: inherit; }
.md-typeset sub, .md-typeset sup { font-size: 0.78em; line-height: 0; }

.md-typeset table:not([class]) { display: block; color: inherit; width: fit-content; max-width: 100%; margin: 1.25em 0; overflow-x: auto; border-spacing: 0; }
.md-typeset table:not([class]) :is(th, td) { padding: 0.5em 0.85em; vertical-align: top; text-align: left; min-width: 5rem; }
.md-typeset table:not([class]) tbody tr:hover { background: var(--md-typeset-table-color--light); }
.md-typeset :is(th, td)[style*='center'], .md-typeset :is(th, td)[align='center'] { text-align: center !important; }
.md-typeset :is(th, td)[style*='right'], .md-typeset :is(th, td)[align='right'] { text-align: right !important; }

.md-typeset code, .md-typeset kbd, .md-typeset pre { font-family: var(--md-code-font-family, 'JetBrains Mono', ui-monospace, SFMono-Regular, Menlo, Consolas, monospace); font-feature-settings: 'calt' 0; }
.md-typeset code { padding: 0.1em 0.3em; font-size: 0.875em; color: var(--md-code-fg-color); background: var(--md-code-bg-color); border-radius: 3px; overflow-wrap: break-word; }
.md-typeset pre { position: relative; margin: 1em 0; line-height: 1.5; }
.md-typeset pre > code { display: block; padding: 0.75em 1em; overflow-x: auto; border: 1px solid var(--md-default-fg-color--lightest); border-radius: 6px; overflow-wrap: normal; scrollbar-width: thin; }
.md-typeset pre > code:focus-visible { outline: 2px solid var(--md-accent-fg-color); }
.md-typeset kbd { display: inline-block; padding: 0 0.45em; font-size: 0.8em; line-height: 1.6; border: 1px solid var(--md-typeset-kbd-border-color); border-bottom-width: 2px; border-radius: 4px; background: var(--md-code-bg-color); }
.md-typeset .keys > span { padding: 0 0.2em; color: var(--md-default-fg-color--light); }
${KEY_SIGNS.map(keyRule).join('\n')}

.highlight .filename { display: block; padding: 0.5em 1em; font-size: 0.85em; font-weight: 600; border: 1px solid var(--md-default-fg-color--lightest); border-bottom: 0; border-radius: 6px 6px 0 0; background: var(--md-code-bg-color); }
.highlight .filename + pre { margin-top: 0; }
.highlight .filename + pre > code { border-radius: 0 0 6px 6px; }
.highlight .hll { display: block; margin: 0 -1em; padding: 0 1em; background: color-mix(in srgb, var(--md-code-hl-color--light) 45%, transparent); }
.highlight .linenos::before { content: attr(data-linenos); padding-right: 0.75em; color: var(--md-default-fg-color--light); user-select: none; }
.highlight .k { color: var(--md-code-hl-keyword-color); }
.highlight .nf { color: var(--md-code-hl-function-color); }
.highlight .s, .highlight .sx { color: var(--md-code-hl-string-color); }
.highlight .mi { color: var(--md-code-hl-number-color); }
.highlight .c1 { color: var(--md-code-hl-comment-color); font-style: italic; }
.highlight .nv { color: var(--md-code-hl-variable-color); }
.highlight .p { color: var(--md-code-hl-punctuation-color); }
.highlight .gd { background: var(--md-typeset-del-color); }
.highlight .gi { background: var(--md-typeset-ins-color); }
.md-typeset .twemoji { display: inline-flex; height: 1.125em; vertical-align: text-top; }
.md-typeset .twemoji svg { width: 1.125em; max-height: 100%; fill: currentColor; }
.md-typeset .twemoji.lg { height: 1.5em; }
.md-typeset .twemoji.lg svg { width: 1.5em; }
.md-typeset .twemoji.middle { vertical-align: middle; }
.md-typeset math { font-family: 'Latin Modern Math', 'STIX Two Math', 'Cambria Math', 'Noto Sans Math', math; }
.arithmatex { overflow-x: auto; overflow-y: hidden; }
div.arithmatex { margin: 1em 0; padding-block: 0.25em; }
/* Words in formulas, whose letters are no signs. */
.arithmatex [mathvariant^='bold'] { font-weight: 700; }
.arithmatex mtext[mathvariant$='italic'] { font-style: italic; }
span.arithmatex { display: inline-block; max-width: 100%; vertical-align: middle; }
`;
