import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PageContent } from './__testUtils__/extractContent';
import { extractContent } from './__testUtils__/extractContent';
import { fidelityFiles, outputOf } from './__testUtils__/fidelitySite';
import { TestSite } from './__testUtils__/TestSite';

// A busy machine takes seconds to start the process that builds.
const directory = path.join(__dirname, '__fixtures__', 'fidelity');

interface Expected {
  versions: Record<string, string>;
  pages: Record<string, PageContent>;
}

/** Written by `yarn record-fidelity` and prettier; needs mkdocs. */
const expected: Expected = JSON.parse(
  readFileSync(path.join(directory, 'expected.json'), 'utf8'),
);

interface KnownDifference {
  page: string;
  reason: string;
  /** What only mkdocs has after `-`, what only this engine has after `+`. */
  lines: string[];
}

const known: KnownDifference[] = [
  {
    page: 'docs/code.md',
    reason: 'The language stays named when no grammar knows it.',
    lines: ['code - text\nwhatever', 'code + unknown-language\nwhatever'],
  },
  {
    page: 'docs/extras.md',
    reason:
      'CommonMark wants a space behind the # of a heading, as GitHub does.',
    lines: [
      'headings - h1 #123-and-someone-stay-as-they-are 123 and @someone stay as they are.',
      'text - 123 and @someone stay as they are.',
      'text + #123 and @someone stay as they are.',
    ],
  },
  {
    page: 'docs/index.md',
    reason: 'CommonMark: a backslash ends a line, and <mailto:> shows itself.',
    lines: [
      'links - payments@acme.example -> mailto:payments@acme.example',
      'links + mailto:payments@acme.example -> mailto:payments@acme.example',
      'text - How money moves, in plain words, with strong ones and both, and some inline code with a ` tick. A line that ends with two spaces breaks here, and one with a backslash\\ breaks there.',
      'text - Read the runbook, its first step, or the lists. Write to payments@acme.example or see https://status.acme.example. A bare https://acme.example/path?a=1&b=2 is a link too. A reference and a second one work as well.',
      'text + How money moves, in plain words, with strong ones and both, and some inline code with a ` tick. A line that ends with two spaces breaks here, and one with a backslash breaks there.',
      'text + Read the runbook, its first step, or the lists. Write to mailto:payments@acme.example or see https://status.acme.example. A bare https://acme.example/path?a=1&b=2 is a link too. A reference and a second one work as well.',
    ],
  },
  {
    page: 'docs/math.md',
    reason: 'Formulas are drawn here and left to a script by mkdocs.',
    lines: [
      'text - Inline \\(a^2 + b^2 = c^2\\) in a sentence, and \\(x_1\\) too.',
      'text - \\[ \\frac{1}{2} \\int_0^1 x \\, dx \\]',
      'text + Inline a2+b2=c2 in a sentence, and x1 too.',
      'text + 12∫01x dx',
    ],
  },
  {
    page: 'docs/tables.md',
    reason: 'GFM: a pipe in code is escaped too, and a body may be missing.',
    lines: [
      'tables - th: What | th: How\ntd: emphasis | td: strong\ntd: code | td: link\ntd: pipe | inside | td: a \\| b\ntd: empty | td: \ntd: 🚀 | td: gone',
      'tables - th: Only | th: Heads\ntd:  | td: ',
      'tables + th: What | th: How\ntd: emphasis | td: strong\ntd: code | td: link\ntd: pipe | inside | td: a | b\ntd: empty | td: \ntd: 🚀 | td: gone',
      'tables + th: Only | th: Heads',
    ],
  },
];

const ASPECTS = [
  'headings',
  'links',
  'images',
  'tables',
  'code',
  'text',
] as const;

function toLines(items: string[] | string[][]): string[] {
  return items.map(item => (Array.isArray(item) ? item.join('\n') : item));
}

function differences(theirs: PageContent, ours: PageContent): string[] {
  return ASPECTS.flatMap(aspect => {
    const rest = toLines(ours[aspect]);
    const missing = toLines(theirs[aspect]).filter(line => {
      const at = rest.indexOf(line);
      if (at >= 0) {
        rest.splice(at, 1);
      }
      return at < 0;
    });
    return [
      ...missing.map(line => `${aspect} - ${line}`),
      ...rest.map(line => `${aspect} + ${line}`),
    ];
  });
}

const site = new TestSite(fidelityFiles(directory));
beforeAll(() => site.build());
afterAll(() => site.remove());

it.each(Object.entries(expected.pages))(
  'says in %s what mkdocs says, but for what is known',
  (page, theirs) => {
    const ours = extractContent(site.read(outputOf(page)));
    expect(differences(theirs, ours)).toEqual(
      known.filter(item => item.page === page).flatMap(({ lines }) => lines),
    );
  },
);

it('keeps the order of what both say', () => {
  for (const [page, theirs] of Object.entries(expected.pages)) {
    const ours = extractContent(site.read(outputOf(page)));
    for (const aspect of ASPECTS) {
      const mine = toLines(ours[aspect]);
      const shared = toLines(theirs[aspect]).filter(line =>
        mine.includes(line),
      );
      expect(mine.filter(line => shared.includes(line))).toEqual(shared);
    }
  }
});

it('finds nothing to complain about', () => {
  expect(site.metadata.warnings).toEqual([]);
});
