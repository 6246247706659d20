/**
 * Differences that may be, by their reason and page. Each is named by a hash of its
 * line, which `differences.txt` shows in front of it.
 */
export const acceptedByPage: Record<string, Record<string, string[]>> = {
  'Dollar signs far apart are no formula.': {
    'pydantic/api/fields/index.html': ['03c8aa842f', '9fedc15010'],
  },
  'Links that would run a script are shown as text.': {
    'mkdocs-material/reference/buttons/index.html': [
      '0591ad1a9f',
      '1b83b3c215',
      '416376de8c',
      '51d94996a6',
      '9f3b3a4cd3',
      'a0f78c480d',
      'b3c3680385',
      'd59317ba2f',
      'de8eda69f7',
    ],
  },
  'Stars and other marks open and close as on GitHub where they do not pair.': {
    'pymdown-extensions/extensions/betterem/index.html': [
      '184d3d856e',
      '64ca6a2184',
      '82ecfab4b4',
      '8bff400b0a',
      '91269ac6b8',
      'acfc4f5bdf',
      'c1605cb5bd',
      'd3ef3346ea',
      'd3efbf6ba4',
      'e497d5fbdb',
    ],
  },
  'A fence in a quote ends with the quote, as on GitHub.': {
    'pymdown-extensions/extensions/quotes/index.html': [
      '21b27c3fc7',
      '412d9e6067',
      'af0911be2d',
    ],
  },
  'The choices of a form with a script are left out.': {
    'mkdocs-material/reference/icons-emojis/index.html': ['d4b3e5e5c1'],
  },
};
