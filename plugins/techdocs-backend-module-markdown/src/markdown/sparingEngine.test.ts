import { createSparingEngine } from './sparingEngine';

type Engine = Parameters<typeof createSparingEngine>[0];

/** Finds by the regular expressions of JavaScript, and notes what it compiles. */
function createSample() {
  const compiled: string[][] = [];
  const engine: Engine = {
    createString: content => ({ content }),
    createScanner(patterns) {
      const sources = patterns.map(String);
      compiled.push(sources);
      return {
        findNextMatchSync(text, from) {
          const content = typeof text === 'string' ? text : text.content;
          const matches = sources.flatMap((source, index) => {
            const regex = new RegExp(source.replace('\\G', ''), 'g');
            regex.lastIndex = from;
            const match = regex.exec(content);
            const isAtStart = match?.index === from;
            return match && (isAtStart || !source.startsWith('\\G'))
              ? [{ index, start: match.index, length: match[0].length }]
              : [];
          });
          const [first] = matches.toSorted((a, b) => a.start - b.start);
          return first
            ? {
                index: first.index,
                captureIndices: [{ ...first, end: first.start + first.length }],
              }
            : null;
        },
      };
    },
  };
  return { compiled, engine: createSparingEngine(engine) };
}

/** Which pattern matches where. */
function search(
  engine: Engine,
  patterns: string[],
  { text, from }: { text: string; from: number },
) {
  const match = engine
    .createScanner(patterns)
    .findNextMatchSync(engine.createString(text), from, 0);
  return match && [match.index, match.captureIndices[0].start];
}

it('finds what matches first, and of two at one place the one that is named first', () => {
  const { engine } = createSample();
  const text = 'let a = b';
  expect(search(engine, ['b', 'a', '[a-z]'], { text, from: 3 })).toEqual([
    1, 4,
  ]);
  expect(search(engine, ['b', 'z'], { text, from: 0 })).toEqual([0, 8]);
  expect(search(engine, ['z', '\\Ga'], { text, from: 3 })).toBeNull();
});

it('compiles a pattern once for all scanners, and only when it is tried', () => {
  const { compiled, engine } = createSample();
  const text = 'ab';
  search(engine, ['a', 'b'], { text, from: 0 });
  expect(compiled).toEqual([['a']]);
  search(engine, ['x', 'a', 'b'], { text, from: 0 });
  expect(compiled).toEqual([['a'], ['x']]);
});

it('goes on along a line with what it knows of it, from any position', () => {
  const { engine } = createSample();
  const scanner = engine.createScanner(['a', '\\Gb', 'c']);
  const line = engine.createString('abcab');
  const found = [0, 1, 2, 3, 4, 5, 0].map(from => {
    const match = scanner.findNextMatchSync(line, from, 0);
    return match && [match.index, match.captureIndices[0].start];
  });
  expect(found).toEqual([[0, 0], [1, 1], [2, 2], [0, 3], [1, 4], null, [0, 0]]);
  const other = engine.createString('ca');
  expect(scanner.findNextMatchSync(other, 0, 0)?.index).toBe(2);
});

it('compiles the patterns of a scanner together once many searches used it', () => {
  const { compiled, engine } = createSample();
  const scanner = engine.createScanner(['a', 'b']);
  const matches = Array.from({ length: 1_000 }, () =>
    scanner.findNextMatchSync(engine.createString('xab'), 0, 0),
  );
  expect(new Set(matches.map(match => match?.captureIndices[0].start))).toEqual(
    new Set([1]),
  );
  expect(compiled).toEqual([['a'], ['b'], ['a', 'b']]);
});
