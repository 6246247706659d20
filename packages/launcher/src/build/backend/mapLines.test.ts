import assert from 'node:assert/strict';
import { SourceMap } from 'node:module';
import { test } from 'node:test';
import { transform } from 'esbuild';
import { mapLines } from './mapLines.ts';

test('finds the lines of the sources, and nothing else', async () => {
  const { code, map } = await transform(
    ['interface Left { out: 1 }', 'a(() => {', '  b(c, d);', '});'].join('\n'),
    { loader: 'ts', sourcemap: true, sourcefile: 'index.ts' },
  );
  assert.equal(code, 'a(() => {\n  b(c, d);\n});\n');
  const text = mapLines(map);
  const lines = new SourceMap(JSON.parse(text));
  const lineOf = (line: number, column: number) => {
    const entry = lines.findEntry(line, column);
    return 'originalLine' in entry ? entry.originalLine : undefined;
  };
  assert.deepEqual(
    [lineOf(0, 0), lineOf(0, 8), lineOf(1, 7), lineOf(2, 0)],
    [1, 1, 2, 3],
  );
  assert.ok(text.length < map.length);
});
