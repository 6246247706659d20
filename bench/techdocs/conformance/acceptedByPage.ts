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
  'The name of a footnote has no spaces, as on GitHub.': {
    'cs-self-learning/必学工具/信息检索/index.html': [
      '84f9842026',
      'e45a0405d2',
    ],
  },
  'Backslashes of an address are no slashes.': {
    'oi-wiki/math/combinatorics/graph-enumeration/index.html': [
      '6d5d59f81b',
      'e3b9828513',
    ],
  },
  'An item below a box goes on with the list, not with one inside it.': {
    'oi-wiki/contest/common-mistakes/index.html': [
      '0318b8ff37',
      '150cd9d503',
      '274009c79b',
      '3b787e08ef',
      '7fe8e16e29',
      '9825358cb4',
      '999b883e0a',
      'c24c393f34',
    ],
    'oi-wiki/ds/dsu/index.html': [
      '37d97ad459',
      '8569a58d05',
      '923c1c9a66',
      'c794d130ed',
    ],
    'oi-wiki/geometry/convex-hull/index.html': ['34e4b39174', 'd12c0d69f3'],
    'oi-wiki/lang/csl/algorithm/index.html': [
      '0bed8723f3',
      '0e4be4ebdd',
      '526c4da6b2',
      '6f65e6d711',
      '6fa5d60bf3',
      '729a604823',
      'a149266bef',
      'dfd56477fd',
    ],
    'oi-wiki/lang/csl/bitset/index.html': ['78d78ddef2', 'db65183b17'],
    'oi-wiki/lang/lambda/index.html': [
      '31d2591f7f',
      '5a71709eed',
      '90a5763165',
      'b7a597231f',
      'c43f9cd00b',
      'fa575e659e',
    ],
    'oi-wiki/math/algebra/ring-theory/index.html': ['123ea20260', '7fad8b9a52'],
    'oi-wiki/math/linear-algebra/matrix/index.html': [
      '09819c1c0e',
      '6f5c9c74cb',
      'ac5d8ce39c',
      'f0f2b11f63',
    ],
    'oi-wiki/math/matroid/index.html': [
      '3cf28c5bc3',
      '5015b517ed',
      'f50909358d',
      'f7bd4b7e13',
    ],
    'oi-wiki/math/numeral-sys/balanced-ternary/index.html': [
      '8e0e4a306e',
      'c2ef403c50',
    ],
    'oi-wiki/string/sam/index.html': [
      '0c79e9f833',
      '0fa70c5594',
      '720ac0f068',
      '8e99ca1b4c',
    ],
  },
};
