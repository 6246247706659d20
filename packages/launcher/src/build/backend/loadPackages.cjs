// @ts-check
const { subscribe } = require('node:diagnostics_channel');
const { readFileSync, renameSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { constants, Script } = require('node:vm');

/**
 * Loads the bundle of packages with the code that V8 compiled of it in an earlier
 * start.
 *
 * @remarks Node's own cache has what is compiled before anything runs. In a bundle
 * that is next to nothing: each module is a function, which is compiled when it is
 * called. So the code is kept once the backend has started.
 *
 * @param {string} file - a function of what a CommonJS module knows
 * @returns {unknown} what it exports
 */
module.exports = function loadPackages(file) {
  const codeFile = `${file}.code`;
  const script = new Script(readFileSync(file, 'latin1'), {
    filename: file,
    cachedData: readCode(codeFile),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  if (script.cachedDataRejected !== false) {
    keepCode(script, codeFile);
  }
  const module = { exports: {} };
  script.runInThisContext()(
    module.exports,
    createRequire(file),
    module,
    file,
    dirname(file),
  );
  return module.exports;
};

/** @param {string} codeFile */
function readCode(codeFile) {
  try {
    return readFileSync(codeFile);
  } catch {
    return undefined;
  }
}

/**
 * @param {Script} script
 * @param {string} codeFile
 */
function keepCode(script, codeFile) {
  // V8 soon drops the code of what ran but once.
  setFlagsFromString('--no-flush-bytecode');
  subscribe('atrium.backend.started', () => {
    // Code is taken only under the flags that it was made under.
    setFlagsFromString('--flush-bytecode');
    try {
      const incoming = `${codeFile}.${process.pid}`;
      writeFileSync(incoming, script.createCachedData());
      renameSync(incoming, codeFile);
    } catch {
      // Where nobody may write, each start compiles it.
    }
  });
}
