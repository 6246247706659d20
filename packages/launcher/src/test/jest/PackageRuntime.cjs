// @ts-check
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname } = require('node:path');
const { Script } = require('node:vm');

// As Jest itself finds it.
const requireFromJest = createRequire(require.resolve('jest'));
const requireFromCore = createRequire(requireFromJest.resolve('@jest/core'));
const { default: JestRuntime } = requireFromCore('jest-runtime');

/** The bundle of `bundleTestPackages.ts`; without one, packages load as ever. */
const BUNDLE = process.env.ATRIUM_TEST_PACKAGES;

/** @type {Script | undefined} */
let script;

/** What is compiled once for a worker serves all of its test files. */
function getScript() {
  script ??= new Script(readFileSync(String(BUNDLE), 'latin1'), {
    filename: String(BUNDLE),
  });
  return script;
}

/**
 * Runs tests of backends with installed packages from one bundle: to find, read and
 * compile each of some 2,900 files takes longer than most tests. Each test file still
 * has modules of its own, and what it mocks is mocked where its sources import it.
 */
class PackageRuntime extends JestRuntime {
  /** @type {Record<string, () => unknown> | undefined} */
  #packages;

  /** @param {any[]} args */
  _loadModule(...args) {
    const [localModule, , , modulePath] = args;
    const load = BUNDLE && this.#getPackages()[modulePath];
    if (!load) {
      super._loadModule(...args);
      return;
    }
    localModule.exports = load();
    localModule.loaded = true;
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
      const filename = String(BUNDLE);
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
}

module.exports = PackageRuntime;
