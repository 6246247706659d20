// @ts-check
const { createRequire } = require('node:module');
const packagesFromBundle = require('./packagesFromBundle.cjs');

// As Jest itself finds it.
const requireFromJest = createRequire(require.resolve('jest'));
const requireFromCore = createRequire(requireFromJest.resolve('@jest/core'));
const { default: JestRuntime } = requireFromCore('jest-runtime');

/** Runs tests of backends. */
module.exports = packagesFromBundle(
  JestRuntime,
  process.env.ATRIUM_TEST_NODE_PACKAGES,
);
