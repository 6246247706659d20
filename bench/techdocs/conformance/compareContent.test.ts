import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PageContent } from './compareContent.ts';
import { acceptDifferences, differenceKey } from './acceptedDifferences.ts';
import { compareContent } from './compareContent.ts';
import { constructOf } from './constructOf.ts';

function page(content: Partial<PageContent>): PageContent {
  return {
    headings: [],
    links: [],
    images: [],
    icons: [],
    tables: [],
    code: [],
    text: [],
    ...content,
  };
}

test('counts a line once for each time that only one page has it', () => {
  const differences = compareContent(
    page({ text: ['a', 'b', 'b'], tables: [['th: x', 'td: y']] }),
    page({ text: ['b', 'c'], tables: [['th: x', 'td: z']] }),
    'index.html',
  );
  assert.deepEqual(differences, [
    { aspect: 'tables', side: 'mkdocs', line: 'th: x\ntd: y' },
    { aspect: 'tables', side: 'engine', line: 'th: x\ntd: z' },
    { aspect: 'text', side: 'mkdocs', line: 'a' },
    { aspect: 'text', side: 'mkdocs', line: 'b' },
    { aspect: 'text', side: 'engine', line: 'c' },
  ]);
});

test('leaves out what does not show: languages, annotations, tabs in code', () => {
  assert.deepEqual(
    compareContent(
      page({ code: ['text\nport: 80 # (1)!\na    b'], text: ['⬅'] }),
      page({ code: ['yaml\nport: 80\na\tb'], text: ['⬅\uFE0F'] }),
      'index.html',
    ),
    [],
  );
  const indented = compareContent(
    page({ code: ['py\nif a:\n    b'] }),
    page({ code: ['py\nif a:\nb'] }),
    'index.html',
  );
  assert.equal(indented.length, 2);
});

test('compares where links lead, and leaves out those that do not show', () => {
  const differences = compareContent(
    page({
      headings: ['h2 #setup Setup'],
      links: [' -> #__codelineno-0-1', 'Setup -> #setup', 'a -> /b/', 'c -> d'],
      images: ['-> /img/a.png 300'],
    }),
    page({
      headings: ['h2 #setup Setup'],
      links: ['a -> ../../b', 'c -> e'],
      images: ['-> ../../img/a.png 300'],
    }),
    'guide/start/index.html',
  );
  assert.deepEqual(
    differences.map(({ line }) => line),
    [
      'c -> https://site.example/guide/start/d',
      'c -> https://site.example/guide/start/e',
    ],
  );
});

test('names the construct that a difference comes from', () => {
  const constructs = [
    ['text', 'a /// note'],
    ['text', 'see :material-check:'],
    ['text', 'dd > text'],
    ['text', 'ul.li > text'],
    ['code', '/// in code'],
    ['headings', 'h1 #a A'],
    ['text', 'plain'],
  ] as const;
  assert.deepEqual(
    constructs.map(([aspect, line]) =>
      constructOf({ aspect, side: 'mkdocs', line }),
    ),
    [
      ...['blocks (///)', 'icons', 'definition lists', 'lists', 'code'],
      ...['headings', 'text'],
    ],
  );
});

test('accepts a difference by its line, and no other on the same page', () => {
  const difference = {
    aspect: 'links',
    side: 'engine',
    line: 'https://example.org/typos -> https://example.org/typos',
  } as const;
  const reason = 'Full addresses are links.';
  const reasonFor = acceptDifferences({
    [reason]: { 'sample/notes/index.html': [differenceKey(difference)] },
  });
  assert.equal(reasonFor('sample', 'notes/index.html', difference), reason);
  for (const other of [
    { ...difference, side: 'mkdocs' as const },
    { ...difference, line: 'another' },
  ]) {
    assert.equal(reasonFor('sample', 'notes/index.html', other), undefined);
  }
  assert.equal(reasonFor('sample', 'index.html', difference), undefined);
  assert.equal(reasonFor('other', 'notes/index.html', difference), undefined);
});
