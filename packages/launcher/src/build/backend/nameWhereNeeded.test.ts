import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Script } from 'node:vm';
import { build } from 'esbuild';
import { BUNDLE_OPTIONS } from './bundleOptions.ts';
import { nameWhereNeeded } from './nameWhereNeeded.ts';

const SOURCE = `
  class Refused extends Error {}
  { class Refused extends Error {} exports.other = Refused; }
  const arrow = () => {};
  function declared() {}
  exports.names = [Refused.name, exports.other.name, arrow.name, declared.name];
`;

const TAKEN = `
  var value = Math.random(), target = value;
  exports.used = target;
`;

for (const [name, options] of [
  ['without white space', { minifyWhitespace: true }],
  ['with white space', {}],
  ['where others have its names', { contents: TAKEN }],
] as const) {
  test(`names stay, ${name}`, async () => {
    const { contents = '', ...more } = { contents: '', ...options };
    const { outputFiles } = await build({
      ...BUNDLE_OPTIONS,
      ...more,
      outfile: 'bundle.js',
      stdin: { contents: SOURCE + contents },
    });
    const code = nameWhereNeeded(outputFiles[0].text);
    assert.match(code, /target\d*\.name===value\d*/);
    const module = { exports: { names: [] } };
    new Script(`(function (module, exports) {${code}\n})`).runInThisContext()(
      module,
      module.exports,
    );
    assert.deepEqual(module.exports.names, [
      'Refused',
      'Refused',
      'arrow',
      'declared',
    ]);
  });
}

test('refuses a bundle that names in a way nobody knows', () => {
  assert.throws(
    () => nameWhereNeeded('var __name = named; __name(a, "b");'),
    /in another way/,
  );
  assert.equal(nameWhereNeeded('var a = 1;'), 'var a = 1;');
});
