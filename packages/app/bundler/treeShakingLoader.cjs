// @ts-check

/**
 * What keeps code in the bundle that nobody uses, and how it is written so that the
 * bundler can tell.
 *
 * @type {[RegExp, string][]}
 */
const REWRITES = [
  // Lodash is one module; its twin is a module per function.
  [/import (\w+) from 'lodash';/g, "import * as $1 from 'lodash-es';"],
  [/import (\{[^}]*\} from )?'lodash';/g, "import $1'lodash-es';"],
  // These compile a JSON schema or describe a kind, for backends only.
  [
    /^(const \w+ = )((?:ajvCompiledJsonSchemaValidator|createCatalogModelLayer|entityKindSchemaValidator)\()/gm,
    '$1/* @__PURE__ */ $2',
  ],
];

/**
 * @param {string} source
 */
function rewrite(source) {
  return REWRITES.reduce(
    (code, [pattern, replacement]) => code.replace(pattern, replacement),
    source,
  );
}

/**
 * Prepares the ES modules of Backstage packages for tree shaking.
 *
 * @this {{ callback(error: null, code: string, map: unknown): void }}
 * @param {string} source
 * @param {unknown} map
 */
module.exports = function treeShakingLoader(source, map) {
  this.callback(null, rewrite(source), map);
};
module.exports.rewrite = rewrite;
