import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { glob, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { temporaryFolder } from '../__testUtils__/temporaryFolder.ts';

const root = resolve(import.meta.dirname, '../../../..');
const requireOfApp = createRequire(join(root, 'packages/app/package.json'));

interface Rule {
  test: RegExp;
  resolve?: { alias: Record<string, string> };
}

test('writes what holds code back so that the bundler can leave it out', () => {
  const { rewrite } = requireOfApp('./bundler/treeShakingLoader.cjs');
  const cases = [
    ["import lodash from 'lodash';", "import * as lodash from 'lodash-es';"],
    ["import 'lodash';", "import 'lodash-es';"],
    [
      "import { isEqual, isMatch } from 'lodash';",
      "import { isEqual, isMatch } from 'lodash-es';",
    ],
    ["import debounce from 'lodash/debounce';"],
    [
      'const validator = entityKindSchemaValidator(schema);',
      'const validator = /* @__PURE__ */ entityKindSchemaValidator(schema);',
    ],
    ['  validator = entityKindSchemaValidator(schema);'],
  ];
  for (const [source, expected = source] of cases) {
    assert.equal(rewrite(source), expected);
  }
});

test('what is loaded late is where this release of Backstage has it', async () => {
  const { extendConfig } = requireOfApp('./bundler/extendConfig.cjs');
  const { module, resolve: resolved } = extendConfig({
    module: { rules: [] },
    optimization: { splitChunks: { cacheGroups: {} } },
    resolve: {},
  });
  for (const file of Object.values<string>(resolved.alias)) {
    assert.ok(existsSync(file), file);
  }
  const rules: Rule[] = module.rules.filter((rule: Rule) => rule.resolve);
  assert.ok(rules.length > 0);
  for (const { test: pattern, resolve: replaced } of rules) {
    const sources = await readSources(pattern);
    for (const [request, file] of Object.entries(replaced?.alias ?? {})) {
      assert.ok(
        sources.includes(`from '${request.slice(0, -1)}'`),
        `${pattern} imports no ${request}`,
      );
      assert.ok(existsSync(file), file);
    }
  }
});

test('compresses what is larger than a packet, beside the assets', async context => {
  const { compressAssets } = requireOfApp('./bundler/compressAssets.cjs');
  const dist = await temporaryFolder(context);
  await mkdir(join(dist, 'static'));
  const script = 'console.log("The same words again.");\n'.repeat(100);
  for (const [name, content] of [
    ['main.0123.js', script],
    ['main.0123.js.map', script],
    ['small.4567.css', 'a{}'],
  ]) {
    await writeFile(join(dist, 'static', name), content);
  }
  await writeFile(
    join(dist, 'index.html'),
    '<script src="/static/main.0123.js"></script>',
  );
  await compressAssets(dist);
  const folder = join(dist, 'compressed');
  assert.deepEqual((await readdir(folder)).sort(), [
    'main.0123.js.br',
    'main.0123.js.gz',
  ]);
  const read = (name: string) => readFile(join(folder, name));
  assert.equal(
    `${brotliDecompressSync(await read('main.0123.js.br'))}`,
    script,
  );
  assert.equal(`${gunzipSync(await read('main.0123.js.gz'))}`, script);
});

async function readSources(pattern: RegExp): Promise<string> {
  const sources: string[] = [];
  const backstage = join(root, 'node_modules/@backstage');
  for await (const file of glob(
    join(
      backstage,
      'plugin-{app,catalog,home-react,kubernetes,techdocs}/dist/**/*.esm.js',
    ),
  )) {
    if (pattern.test(file)) {
      sources.push(await readFile(file, 'utf8'));
    }
  }
  return sources.join('\n');
}
