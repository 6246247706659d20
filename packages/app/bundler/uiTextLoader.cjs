// @ts-check

/** What components of Backstage UI and of the reader of documentation say untranslated. */
const UI_TEXTS = [
  'Breadcrumbs',
  'Close',
  'Content navigation',
  'Copied to clipboard',
  'Copy to clipboard',
  'Decrease',
  'Decrease text size',
  'Hide value',
  'Increase',
  'Increase text size',
  'Loading',
  'More actions',
  'No results found',
  'No results found.',
  'Open calendar',
  'Search',
  'Search...',
  'Searching',
  'Searching...',
  'Select an option',
  'Show more breadcrumbs',
  'Show value',
  'Text size',
  'Toolbar tabs',
];

const LITERALS = new RegExp(
  `(?<!id: |displayName = )"(${UI_TEXTS.map(text =>
    text.replaceAll('.', '\\.'),
  ).join('|')})"`,
  'g',
);

/**
 * @param {string} source
 */
function rewrite(source) {
  const code = source.replace(LITERALS, literal => `uiText(${literal})`);
  // On the same line, so that source maps still fit.
  return code === source ? source : `import { uiText } from 'ui-text'; ${code}`;
}

/**
 * Has stock components ask for their texts when they are drawn.
 *
 * @this {{ callback(error: null, code: string, map: unknown): void }}
 * @param {string} source
 * @param {unknown} map
 */
module.exports = function uiTextLoader(source, map) {
  this.callback(null, rewrite(source), map);
};
module.exports.rewrite = rewrite;
module.exports.UI_TEXTS = UI_TEXTS;
