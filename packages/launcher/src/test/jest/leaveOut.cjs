// @ts-check
const { join } = require('node:path');
const process = require('node:process');

/** As `unit` has them: paths from the root, where Jest is started. */
const leftOut = new Set(
  /** @type {string[]} */ (
    JSON.parse(process.env.ATRIUM_TESTS_LEFT_OUT ?? '[]')
  ).map(file => join(process.cwd(), file)),
);

/**
 * Has Jest run all test files that it found but those.
 *
 * @param {string[]} files
 */
module.exports = async files => ({
  filtered: files.filter(file => !leftOut.has(file)),
});
