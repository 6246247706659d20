// @ts-check
const { readFileSync } = require('node:fs');
const { dirname } = require('node:path');
const { Script } = require('node:vm');

/**
 * For the positions of stack traces in the bundle, which has no source map. Without
 * this, each test file that makes a stack trace reads the whole bundle to look for one.
 */
const NO_MAPPINGS = require.resolve('./noMappings.json');

/**
 * Has a Jest runtime take installed packages from one bundle: to find, read and
 * compile each of thousands of files takes longer than most tests. Each test file
 * still has modules of its own, and what it mocks is mocked where its sources import
 * it.
 *
 * @param {new (...args: any[]) => any} Runtime
 * @param {string | undefined} bundle - the path of what `bundleTestPackages.ts` made;
 *   without one, packages load as ever
 * @returns {new (...args: any[]) => any}
 */
module.exports = function packagesFromBundle(Runtime, bundle) {
  /** @type {Script | undefined} */
  let script;

  /** What is compiled once for a worker serves all of its test files. */
  function getScript() {
    script ??= new Script(readFileSync(String(bundle), 'latin1'), {
      filename: bundle,
    });
    return script;
  }

  return class extends Runtime {
    /** @type {Record<string, () => unknown> | undefined} */
    #packages;

    /** @param {any[]} args */
    _loadModule(...args) {
      const [localModule, , , modulePath] = args;
      const load = bundle && this.#getPackages()[modulePath];
      if (!load) {
        super._loadModule(...args);
        return;
      }
      localModule.exports = load();
      localModule.loaded = true;
    }

    getSourceMaps() {
      const maps = super.getSourceMaps();
      return bundle ? new Map(maps).set(bundle, NO_MAPPINGS) : maps;
    }

    resetModules() {
      // The constructor of the base class calls it, before there is such a field.
      if (#packages in this) {
        this.#packages = undefined;
      }
      super.resetModules();
    }

    #getPackages() {
      if (!this.#packages) {
        const filename = String(bundle);
        const module = { exports: {}, filename, path: dirname(filename) };
        // Mocks of services are made by packages too.
        this._environment.global.jest ??= this._createJestObjectFor(filename);
        getScript().runInContext(this._environment.getVmContext())(
          module.exports,
          this._createRequireImplementation(module),
          module,
          filename,
          module.path,
        );
        this.#packages = module.exports;
      }
      return this.#packages;
    }
  };
};
