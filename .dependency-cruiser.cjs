// The rules of the house: who may import whom. See docs/architecture.md.
const { readdirSync, readFileSync } = require('node:fs');

/** The folders of each plugin, by the id that its packages say. */
const plugins = new Map();
for (const folder of readdirSync(`${__dirname}/plugins`)) {
  const { backstage } = JSON.parse(
    readFileSync(`${__dirname}/plugins/${folder}/package.json`, 'utf8'),
  );
  const folders = plugins.get(backstage.pluginId) ?? [];
  plugins.set(backstage.pluginId, [...folders, folder]);
}

/** Folders of the documentation engine; each may import those before it. */
const docsEngine = '^plugins/techdocs-backend-module-markdown/src/';
const docsEngineFolders = [
  'markdown',
  'site',
  'theme',
  'build',
  'commits',
  'prepare',
  'preview',
  'publish',
  'prebuild',
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Files that import each other cannot be understood one by one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'plugins-import-no-program',
      comment:
        'app, backend, launcher and sandbox import plugins, not the other way.',
      severity: 'error',
      from: { path: '^plugins/' },
      to: { path: '^(packages/(app|backend|launcher|sandbox)|bench)/' },
    },
    {
      name: 'programs-stay-apart',
      comment: 'The four programs talk over processes and HTTP only.',
      severity: 'error',
      from: { path: '^packages/(app|backend|launcher|sandbox)/' },
      to: {
        path: '^(packages/(app|backend|launcher|sandbox)|bench)/',
        pathNot: '^packages/$1/',
      },
    },
    {
      name: 'bench-measures-from-outside',
      comment:
        'The rig starts the portal by the launcher; only the backends of plugins, and their modules, that it measures alone are imported.',
      severity: 'error',
      from: { path: '^bench/' },
      to: {
        path: '^(packages/(app|backend|sandbox)/|plugins/)',
        pathNot: ['^plugins/[^/]+-backend/', '^plugins/[^/]+-backend-module-'],
      },
    },
    {
      name: 'libraries-import-no-plugin',
      severity: 'error',
      from: {
        path: '^packages/(common|api-definitions|ui|backend-common|expressions|git-hosts)/',
      },
      to: {
        path: '^(plugins/|bench/|packages/(app|backend|launcher|sandbox)/)',
      },
    },
    ...[...plugins].map(([id, folders]) => ({
      name: `plugins-meet-in-common-and-node-${id}`,
      comment:
        'A plugin reaches another one only through its -common types and its -node service.',
      severity: 'error',
      from: { path: `^plugins/(${folders.join('|')})/` },
      to: {
        path: '^plugins/',
        pathNot: [
          `^plugins/(${folders.join('|')})/`,
          '^plugins/[^/]+-(common|node)/',
        ],
      },
    })),
    {
      name: 'common-is-pure',
      comment:
        '-common, common and api-definitions are words and pure functions: no I/O, no React, no database.',
      severity: 'error',
      from: {
        path: '^(plugins/[^/]+-common|packages/(common|api-definitions))/src/',
        pathNot: '[.]test[.]tsx?$',
      },
      to: {
        path: '^node_modules/(react|react-dom|knex|pg|express|@backstage/(ui|core-components|frontend-plugin-api|backend-plugin-api|backend-defaults))/',
      },
    },
    {
      name: 'common-does-no-io',
      severity: 'error',
      from: {
        path: '^(plugins/[^/]+-common|packages/(common|api-definitions))/src/',
        pathNot: '[.]test[.]tsx?$',
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'slo-engine-knows-no-database',
      comment: 'The arithmetic of SLOs is tested without a database.',
      severity: 'error',
      from: { path: '^plugins/slo-backend/src/engine/' },
      to: { path: '^plugins/slo-backend/src/database/' },
    },
    {
      name: 'plugins-use-backstage-ui',
      comment: 'Our plugins are drawn with Backstage UI and @atrium/ui only.',
      severity: 'error',
      from: { path: '^plugins/' },
      to: {
        path: '^node_modules/(@material-ui|@mui|@backstage/core-plugin-api)/',
      },
    },
    {
      name: 'charts-live-in-ui',
      severity: 'error',
      from: { pathNot: '^packages/ui/' },
      to: { path: '^node_modules/recharts/' },
    },
    ...docsEngineFolders.map((folder, index) => ({
      name: `docs-engine-${folder}-imports-what-is-below`,
      severity: 'error',
      from: { path: `${docsEngine}${folder}/`, pathNot: '[.]test[.]ts$' },
      to: {
        path: `${docsEngine}(module|MarkdownGenerator|toDocsFacts|(${docsEngineFolders
          .slice(index + 1)
          .join('|')})/)`,
      },
    })),
    {
      name: 'imports-resolve',
      comment:
        'Files that a package does not export are found by the bundler of the app: packages/app/bundler/extendConfig.cjs.',
      severity: 'error',
      from: {},
      to: {
        couldNotResolve: true,
        pathNot: '^stock-(toast-display|home-settings)$',
      },
    },
    {
      name: 'no-undeclared-packages',
      comment: 'What a package imports stands in its own package.json.',
      severity: 'error',
      from: { pathNot: '[.]eslintrc[.]c?js$' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: {
      // The overlay is laid over an app of its own.
      path: '(^|/)(dist|dist-types|node_modules/[.]cache)/|^bench/stock/overlay/',
    },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
  },
};
