import { readYaml, type ReadYamlOptions } from './readYaml';

function valuesOf(text: string, options?: ReadYamlOptions) {
  return readYaml(text, options).map(({ value }) => value);
}

function problemsOf(text: string, options?: ReadYamlOptions) {
  return readYaml(text, options).flatMap(({ problems }) =>
    problems.map(({ message, position: { line, column } }) => [
      message,
      line,
      column,
    ]),
  );
}

describe('readYaml', () => {
  it('reads YAML 1.2, document by document', () => {
    expect(valuesOf('# A comment\n---\na: 012\n---\nb: yes\n---\n')).toEqual([
      { a: 12 },
      { b: 'yes' },
    ]);
    expect(valuesOf('at: 2026-11-27')).toEqual([{ at: '2026-11-27' }]);
    expect(valuesOf('')).toEqual([]);
  });

  it('takes the items of a list for documents where that is wanted', () => {
    const text = '- a: 1 # one\n- a: &x 2\n- *y\n- *x\n';
    expect(valuesOf(text.replace('- *y\n', ''))).toEqual([
      [{ a: 1 }, { a: 2 }, 2],
    ]);
    expect(readYaml(text, { splitsLists: true })).toEqual([
      expect.objectContaining({ value: { a: 1 }, text: 'a: 1 # one' }),
      expect.objectContaining({ value: { a: 2 }, text: 'a: &x 2' }),
      expect.objectContaining({ value: undefined, text: '*y' }),
      expect.objectContaining({ value: 2 }),
    ]);
  });

  it('takes over the keys of other maps only where that is wanted', () => {
    const text = 'a: &a { x: 1 }\nb:\n  <<: *a\n  y: 2';
    expect(valuesOf(text)).toEqual([
      { a: { x: 1 }, b: { '<<': { x: 1 }, y: 2 } },
    ]);
    expect(valuesOf(text, { hasMergeKeys: true })).toEqual([
      { a: { x: 1 }, b: { x: 1, y: 2 } },
    ]);
    expect(problemsOf('<<: 1', { hasMergeKeys: true })).toEqual([
      ['Merge sources must be maps or map aliases', 1, 1],
    ]);
  });

  it('finds fields, and what should have them', () => {
    const [document] = readYaml('a: &a\n  - b: 1\nc: *a');
    expect(document.locate(['a', 0, 'b'])).toEqual({ line: 2, column: 5 });
    expect(document.locate(['c', 0, 'b'])).toEqual({ line: 2, column: 5 });
    expect(document.locate(['a', 0, 'x'])).toEqual({ line: 2, column: 5 });
    expect(document.locate([])).toEqual({ line: 1, column: 1 });
  });

  it.each([
    ['a: b: c', 'Nested mappings are not allowed in compact mappings', 1, 4],
    ['a: 1\na: 2', 'the key a is there twice', 2, 1],
    ['1: a\n"1": b', 'the key 1 is there twice', 2, 1],
    ['? [a]\n: 1', 'a key must be a plain text', 1, 3],
    ['__proto__: { a: 1 }', 'a key must be a plain text', 1, 1],
    ['a: *b', 'the alias *b has no anchor before it', 1, 4],
    ['a: &a [*a]', 'the alias *a contains itself', 1, 8],
    ['a: !run rm', 'Unresolved tag: !run', 1, 4],
    ['a: !!set { b }', 'Unresolved tag: tag:yaml.org,2002:set', 1, 4],
  ])('says where %j is wrong', (text, ...problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  it('passes over tags where that is wanted', () => {
    expect(valuesOf('a: !run rm', { ignoresTags: true })).toEqual([
      { a: 'rm' },
    ]);
  });

  it.each([
    ["a: !!python/name:x.y\nb: !!python/name:x.z ''", { a: 'x.y', b: 'x.z' }],
    ['a: !!python/object/apply:x.y', { a: 'x.y' }],
    [
      'a: !!python/object/apply:x.y { kwds: { b: 1 } }',
      { a: { kwds: { b: 1 } } },
    ],
  ])('takes what Python is named in %j for its name', (text, expected) => {
    expect(valuesOf(text, { ignoresTags: true })).toEqual([expected]);
  });

  it('takes the last of repeated keys where that is wanted', () => {
    expect(
      valuesOf('a: 1\nb: { c: 2, c: 3 }\na: 4', { takesLastKeys: true }),
    ).toEqual([{ a: 4, b: { c: 3 } }]);
  });

  it.each([
    ['depth', '['.repeat(500_000), { depth: 10 }, 'nested more than 10'],
    ['size', '- a\n'.repeat(10), { elements: 20 }, 'more than 20 elements'],
    ['size', `"${'\\n'.repeat(11)}"`, { escapes: 10 }, 'more than 10 escapes'],
    ['aliases', '- &a b\n- *a\n- *a', { aliases: 1 }, 'more than 1 aliases'],
    // The first stands for one value more than itself, the second for two.
    [
      'aliases',
      '- &a [1]\n- &b [*a]\n- *b',
      { aliasedValues: 2 },
      'expand to too much',
    ],
  ])('refuses too much: %s', (kind, text, limits, message) => {
    expect(readYaml(text, { limits })).toMatchObject([
      {
        value: undefined,
        problems: [{ kind, message: expect.stringContaining(message) }],
      },
    ]);
  });

  it('counts what aliases stand for, and nothing else', () => {
    const text = '- &a [1]\n- &b [*a]\n- *b';
    expect(valuesOf(text, { limits: { aliasedValues: 3 } })).toEqual([
      [[1], [[1]], [[1]]],
    ]);
  });

  it.each([
    ['inside a list', `[${','.repeat(100_000)}]`],
    ['behind a document', '[]'.repeat(50_000)],
  ])('reports some of many errors %s', (_, text) => {
    expect(problemsOf(text).length).toBeLessThanOrEqual(200);
    expect(problemsOf(text).length).toBeGreaterThan(0);
  });

  it('reports errors of each document, however many another one has', () => {
    const text = `[${','.repeat(1_000)}]\n---\na: b: c\n---\nd: 1`;
    const [first, second, third] = readYaml(text);
    expect(first.problems).toHaveLength(100);
    expect(second.problems).toHaveLength(1);
    expect(third).toMatchObject({ value: { d: 1 }, problems: [] });
  });
});
