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

for (const minifyWhitespace of [true, false]) {
  test(`names stay, ${
    minifyWhitespace ? 'without' : 'with'
  } white space`, async () => {
    const { outputFiles } = await build({
      ...BUNDLE_OPTIONS,
      minifyWhitespace,
      outfile: 'bundle.js',
      stdin: { contents: SOURCE },
    });
    const code = nameWhereNeeded(outputFiles[0].text);
    assert.match(code, /target\.name===value/);
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
