// @ts-check

/**
 * Builds the app as `backstage-cli package build` does, with what the bundler of
 * the CLI has no option for, and compresses what came out.
 */
const { createRequire } = require('node:module');
const { compressAssets } = require('./compressAssets.cjs');
const { extendConfig } = require('./extendConfig.cjs');

const requireOfCli = createRequire(
  require.resolve('@backstage/cli-module-build/package.json'),
);
const rspackModule = requireOfCli('@rspack/core');
const { rspack } = rspackModule;

// The CLI looks this name up when it builds, and not before.
rspackModule.rspack = Object.assign(
  /**
   * @param {{ output: { path: string } }[]} configs
   * @param {(error: Error | null, stats?: { hasErrors(): boolean }) => void} callback
   */
  (configs, callback) =>
    rspack(configs.map(extendConfig), (error, stats) => {
      if (error || !stats || stats.hasErrors()) {
        callback(error, stats);
        return;
      }
      Promise.all(
        configs.map(({ output }) => compressAssets(output.path)),
      ).then(() => callback(null, stats), callback);
    }),
  rspack,
);

process.argv.splice(2, 0, 'package', 'build');
require('@backstage/cli/bin/backstage-cli');
