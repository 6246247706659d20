import { type JsonItem, JsonWalker } from './JsonWalker';

/** Sends a document in pieces of some bytes. */
function walk(text: string, patterns: string[][], size = 7): JsonItem[] {
  const walker = new JsonWalker(patterns);
  const bytes = Buffer.from(text);
  const items: JsonItem[] = [];
  for (let start = 0; start < bytes.length; start += size) {
    items.push(...walker.write(bytes.subarray(start, start + size)));
  }
  walker.end();
  return items;
}

describe('JsonWalker', () => {
  it.each([1, 2, 3, 64])('picks values out of pieces of %d bytes', size => {
    const text =
      '\uFEFF{"a": [{"b": "ü€𝄞\\n\\u00e9"}, [1, -2.5e3], null], "c": {"b": true}, "d": [], "e": {"a": [9]}}';
    expect(
      walk(
        text,
        [
          ['a', '*'],
          ['c', 'b'],
          ['d', '*'],
        ],
        size,
      ),
    ).toEqual([
      { path: ['a', 0], pattern: 0, value: { b: 'ü€𝄞\né' } },
      { path: ['a', 1], pattern: 0, value: [1, -2500] },
      { path: ['a', 2], pattern: 0, value: undefined },
      { path: ['c', 'b'], pattern: 1, value: true },
    ]);
  });

  it('makes no prototype of what a document calls so', () => {
    const [item] = walk(
      '{"a":[{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"x":1}]}',
      [['a', '*']],
    );
    expect(Object.getPrototypeOf(item.value)).toBe(Object.prototype);
    expect(item.value).toHaveProperty('x', 1);
    expect({}).not.toHaveProperty('polluted');
    expect(JSON.stringify(item.value)).toBe(
      '{"constructor":{"prototype":{"polluted":1}},"x":1}',
    );
  });

  it('gives up an item that is too much, and goes on', () => {
    const deep = `${'['.repeat(70)}${']'.repeat(70)}`;
    const wide = `[${'1,'.repeat(20_001)}1]`;
    const long = JSON.stringify('x'.repeat(5_000_000));
    const items = walk(
      `{"a":[${deep},${wide},{"text":${long}},1]}`,
      [['a', '*']],
      65_536,
    );
    expect(items.map(({ problem }) => problem)).toEqual([
      'is nested more than 64 deep',
      'has more than 20000 values',
      undefined,
      undefined,
    ]);
    expect(items[2].value).toEqual({ text: 'x'.repeat(20_000) });
  });

  it('says where it misses a list', () => {
    expect(
      walk('{"a":{"b":{}},"c":[{"b":3},{"b":null}]}', [
        ['a', 'b', '*'],
        ['c', '*', 'b', '*'],
      ]),
    ).toEqual([
      {
        path: ['a', 'b'],
        pattern: 0,
        value: undefined,
        problem: 'must be a list',
      },
      {
        path: ['c', 0, 'b'],
        pattern: 1,
        value: undefined,
        problem: 'must be a list',
      },
    ]);
  });

  it.each([
    ['{"a" 1}', /not JSON/],
    ['{"a":1,}', /not JSON/],
    ['[1 2]', /not JSON/],
    ['{"a":[1}', /not JSON/],
    ['{"a":tru}', /not JSON/],
    ['{} {}', /not JSON/],
    ['{"a":1', /ends in the middle/],
    ['', /ends in the middle/],
    ['"x', /not JSON|ends in the middle/],
    ['[01]', /not JSON/],
    [
      `{"x":{"y":[1,"${'a'.repeat(17 * 1024 * 1024)}"]}}`,
      /At \$\.x\.y\[1\]: a text is longer/,
    ],
  ])('refuses %#', (text, message) => {
    expect(() => walk(text, [], 65_536)).toThrow(message);
  });
});
