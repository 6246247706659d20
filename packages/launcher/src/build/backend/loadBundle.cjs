// @ts-check
const { subscribe, unsubscribe } = require('node:diagnostics_channel');
const { readFileSync, renameSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { constants, Script } = require('node:vm');
const { threadId } = require('node:worker_threads');

/**
 * @typedef {object} LoadOptions
 * @property {string} channel - says when to keep the code
 * @property {boolean} holdsCode - whether V8 is kept from dropping code until then,
 *   in the whole process
 */

/**
 * Loads a bundle with the code that V8 compiled of it in an earlier start.
 *
 * @remarks Node's own cache has what is compiled before anything runs. In a bundle
 * that is next to nothing: each module is a function, which is compiled when it is
 * called. So the code is kept once a channel of diagnostics says that most of it has
 * run.
 *
 * @param {string} file - a function of what a CommonJS module knows
 * @param {LoadOptions} options
 * @returns {unknown} what it exports
 */
module.exports = function loadBundle(file, options) {
  const codeFile = `${file}.code`;
  const script = new Script(readFileSync(file, 'latin1'), {
    filename: file,
    cachedData: readCode(codeFile),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  if (script.cachedDataRejected !== false) {
    keepCode(script, codeFile, options);
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
 * @param {LoadOptions} options
 */
function keepCode(script, codeFile, { channel, holdsCode }) {
  // V8 soon drops the code of what ran but once.
  if (holdsCode) {
    setFlagsFromString('--no-flush-bytecode');
  }
  const keep = () => {
    unsubscribe(channel, keep);
    try {
      // Code is taken only under the flags that it was made under.
      if (holdsCode) {
        setFlagsFromString('--flush-bytecode');
      }
      const incoming = `${codeFile}.${process.pid}.${threadId}`;
      writeFileSync(incoming, script.createCachedData());
      renameSync(incoming, codeFile);
    } catch {
      // Where nobody may write, each start compiles it.
    }
  };
  subscribe(channel, keep);
}
