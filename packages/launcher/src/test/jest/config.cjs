// @ts-check
const { createRequire } = require('node:module');

const requireUntyped = createRequire(__filename);

/** @typedef {{ runtime?: string }} Project */

/** @type {Promise<{ projects: Project[] }>} */
const backstageConfig = requireUntyped('@backstage/cli/config/jest');

/** The config of Backstage's CLI, with runtimes that load packages from a bundle. */
module.exports = backstageConfig.then(config => ({
  ...config,
  filter: require.resolve('./leaveOut.cjs'),
  projects: config.projects.map(project => ({
    ...project,
    // It names a runtime for those that run in jsdom.
    runtime: require.resolve(
      project.runtime ? './PageRuntime.cjs' : './NodeRuntime.cjs',
    ),
  })),
}));
