// @ts-check
const { createRequire } = require('node:module');
const packagesFromBundle = require('./packagesFromBundle.cjs');

const requireUntyped = createRequire(__filename);

/** Runs tests of pages, and of what pages and backends share. */
module.exports = packagesFromBundle(
  requireUntyped('@backstage/cli/config/jestCachingModuleLoader'),
  process.env.ATRIUM_TEST_PAGE_PACKAGES,
);
