interface AdmonitionLook {
  icon: string;
  colour: string;
  types: string[];
}

/** Kinds of admonitions; the icon says what the colour says. */
const LOOKS: AdmonitionLook[] = [
  { icon: 'note', colour: '#448aff', types: ['note'] },
  {
    icon: 'abstract',
    colour: '#00a3cc',
    types: ['abstract', 'summary', 'tldr'],
  },
  { icon: 'info', colour: '#009eb3', types: ['info', 'todo'] },
  { icon: 'tip', colour: '#00a38d', types: ['tip', 'hint', 'important'] },
  { icon: 'success', colour: '#1f9d4d', types: ['success', 'check', 'done'] },
  { icon: 'question', colour: '#5a9e1f', types: ['question', 'help', 'faq'] },
  {
    icon: 'warning',
    colour: '#d97706',
    types: ['warning', 'caution', 'attention'],
  },
  { icon: 'failure', colour: '#e5484d', types: ['failure', 'fail', 'missing'] },
  { icon: 'danger', colour: '#d6204e', types: ['danger', 'error'] },
  { icon: 'bug', colour: '#d6336c', types: ['bug'] },
  { icon: 'example', colour: '#7c4dff', types: ['example'] },
  { icon: 'quote', colour: '#8a8f98', types: ['quote', 'cite'] },
];

function admonitionRules({ icon, colour, types }: AdmonitionLook): string {
  const selector = `:is(${types.map(type => `.${type}`).join(', ')})`;
  return `.md-typeset ${selector}:is(.admonition, details) { --atrium-admonition: ${colour}; --atrium-admonition-icon: var(--md-admonition-icon--${icon}); }`;
}

/** Tabs: the nth radio button shows the nth block. */
function tabRules(): string {
  const numbers = Array.from({ length: 20 }, (_, index) => index + 1);
  const select = (child: string) =>
    numbers
      .map(
        n =>
          `.tabbed-set > input:nth-child(${n}):checked ~ ${child} > :nth-child(${n})`,
      )
      .join(',\n');
  return `${select('.tabbed-content')} { display: block; }
${select(
  '.tabbed-labels',
)} { color: var(--md-default-fg-color); border-bottom-color: var(--md-accent-fg-color); }
${numbers
  .map(
    n =>
      `.tabbed-set > input:nth-child(${n}):focus-visible ~ .tabbed-labels > :nth-child(${n})`,
  )
  .join(
    ',\n',
  )} { outline: 2px solid var(--md-accent-fg-color); outline-offset: -2px; }`;
}

/** What Markdown extensions add: admonitions, tabs, task lists, footnotes. */
export const extensionStyles = `
.md-typeset .admonition, .md-typeset details { --atrium-admonition: #448aff; --atrium-admonition-icon: var(--md-admonition-icon--note); display: flow-root; margin: 1.25em 0; padding: 0 0.9rem; border: 1px solid color-mix(in srgb, var(--atrium-admonition) 45%, transparent); border-left-width: 3px; border-radius: 6px; background: var(--md-admonition-bg-color); color: var(--md-admonition-fg-color); }
${LOOKS.map(admonitionRules).join('\n')}
.md-typeset .admonition > .admonition-title, .md-typeset details > summary { position: relative; margin: 0 -0.9rem; padding: 0.5em 0.9rem 0.5em 2.5rem; font-weight: 600; background: color-mix(in srgb, var(--atrium-admonition) 12%, transparent); }
.md-typeset .admonition > .admonition-title::before, .md-typeset details > summary::before { content: ''; position: absolute; left: 0.75rem; background: var(--atrium-admonition); -webkit-mask: var(--atrium-admonition-icon) center / contain no-repeat; mask: var(--atrium-admonition-icon) center / contain no-repeat; }
.md-typeset details > summary { display: block; padding-right: 2.5rem; cursor: pointer; list-style: none; }
.md-typeset details > summary::-webkit-details-marker { display: none; }
.md-typeset details > summary::after { content: ''; position: absolute; right: 0.75rem; background: currentColor; -webkit-mask: var(--md-details-icon) center / contain no-repeat; mask: var(--md-details-icon) center / contain no-repeat; }
.md-typeset details > summary:focus-visible { outline: 2px solid var(--md-accent-fg-color); }
.md-typeset .admonition.inline { float: left; width: 14rem; max-width: 100%; margin: 0 1rem 0.75rem 0; }
.md-typeset .admonition.inline.end { float: right; margin: 0 0 0.75rem 1rem; }

.md-typeset .tabbed-set { position: relative; display: flex; flex-direction: column; margin: 1em 0 0; }
.md-typeset .tabbed-set > input { position: absolute; width: 1px; height: 1px; margin: 0; opacity: 0; }
.md-typeset .tabbed-labels { display: flex; overflow-x: auto; border-bottom: 1px solid var(--md-default-fg-color--lighter); scrollbar-width: none; }
.md-typeset .tabbed-labels > label { padding: 0.5em 1em; margin-bottom: -1px; white-space: nowrap; cursor: pointer; font-weight: 600; font-size: 0.9em; color: var(--md-default-fg-color--light); border-bottom: 2px solid transparent; }
.md-typeset .tabbed-labels > label:hover { color: var(--md-default-fg-color); }
.md-typeset .tabbed-block { display: none; }
.md-typeset .tabbed-block > :first-child { margin-top: 0.75em; }
${tabRules()}
@media print { .md-typeset .tabbed-block { display: block; } }

.md-typeset .task-list-item { position: relative; list-style: none; }
.md-typeset .task-list-control > input { position: absolute; opacity: 0; }
.md-typeset .task-list-indicator::before { content: ''; position: absolute; left: -1.5em; top: 0.2em; width: 1.2em; height: 1.2em; -webkit-mask: var(--md-tasklist-icon) center / contain no-repeat; mask: var(--md-tasklist-icon) center / contain no-repeat; }
.md-typeset .task-list-control > input:checked + .task-list-indicator::before { -webkit-mask-image: var(--md-tasklist-icon--checked); mask-image: var(--md-tasklist-icon--checked); }

.md-typeset del.critic { background: var(--md-typeset-del-color); }
.md-typeset ins.critic { background: var(--md-typeset-ins-color); }
.md-typeset .critic.block { display: flow-root; margin: 1em 0; padding: 0 1em; border-radius: 6px; }
.md-typeset .critic.comment::before { content: '/* ' / ''; }
.md-typeset .critic.comment::after { content: ' */' / ''; }
.md-typeset .critic.comment { margin-left: 0.35em; font-size: 0.875em; font-style: italic; color: var(--md-default-fg-color--light); }
.md-typeset .footnote { margin-top: 2.5em; font-size: 0.875em; color: var(--md-default-fg-color--light); }
.md-typeset .footnote hr { width: 6rem; margin: 1em 0; border-bottom: 1px solid var(--md-default-fg-color--lighter); }
.md-typeset .md-button { display: inline-block; padding: 0.4em 1em; font-weight: 600; text-decoration: none; color: var(--md-typeset-a-color); border: 1px solid currentColor; border-radius: 6px; }
.md-typeset .md-button--primary { color: var(--md-primary-bg-color); background: var(--md-primary-fg-color); border-color: var(--md-primary-fg-color); }
/* Whoever shows a page in the dark has rules of its own for these. */
.md-typeset img.only-dark { display: none; }
.md-tags { display: flex; flex-wrap: wrap; gap: .3rem .5rem; margin-block-end: .75rem; }
.md-typeset .md-tag { display: inline-block; padding: .1em .7em; border-radius: 1em; background: var(--md-default-fg-color--lightest); color: var(--md-default-fg-color); font-size: .8rem; font-weight: 500; line-height: 1.6; text-decoration: none; }
.md-typeset a.md-tag:hover { background: var(--md-accent-fg-color--transparent); color: var(--md-accent-fg-color); }
.md-typeset h2 > .md-tag, .md-typeset h3 > .md-tag { font-size: .75em; font-weight: inherit; }
/* What code makes, right below it. */
.md-typeset .highlight + .result { display: flow-root; margin: -1em 0 1.25em; padding: 0 1em; border: 1px solid var(--md-default-fg-color--lightest); border-top: 0; border-radius: 0 0 6px 6px; }
.md-typeset .grid { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr)); gap: 0.75rem; margin: 1em 0; }
.md-typeset .grid > * { margin-block: 0; }
.md-typeset .grid.cards > :is(ul, ol) { display: contents; }
.md-typeset .grid > .card, .md-typeset .grid.cards > :is(ul, ol) > li { list-style: none; margin: 0; padding: 0.75rem 1rem; border: 1px solid var(--md-default-fg-color--lighter); border-radius: 6px; background: var(--md-admonition-bg-color); }
.md-typeset .grid.cards > :is(ul, ol) > li > ul { list-style-type: disc; }
.md-typeset .grid.cards > :is(ul, ol) > li > hr { margin-block: 0.75em; }
.md-typeset .grid.cards > :is(ul, ol) > li > :first-child { margin-top: 0; }
.md-typeset .grid.cards > :is(ul, ol) > li > :last-child { margin-bottom: 0; }

/* A mark in code or text, and the item that explains it. What is in front of text stays to be read aloud and copied. */
.md-code-note::before, .md-text-note::before, .md-typeset .md-code-notes > li::before { display: inline-block; min-width: 1.4em; padding: 0 0.3em; border-radius: 0.75em; font-size: 0.85em; font-style: normal; line-height: 1.4; text-align: center; color: var(--md-default-bg-color); background: var(--md-default-fg-color--light); user-select: none; }
.md-code-note::before, .md-text-note::before { content: attr(data-note); }
.md-text-note { font-size: 0; }
.md-text-note::before { font-size: 0.8125rem; }
.md-typeset .md-code-notes { padding-left: 0; list-style: none; }
.md-typeset .md-code-notes > li { position: relative; padding-left: 2em; }
.md-typeset .md-code-notes > li::before { content: counter(list-item); position: absolute; left: 0; top: 0.15em; }
`;
