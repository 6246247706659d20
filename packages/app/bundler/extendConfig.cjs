// @ts-check
const { dirname, join } = require('node:path');

const stock = join(__dirname, '..', 'src', 'stock');

/**
 * Where a file of a package is, which the package does not export.
 *
 * @param {string} name
 * @param {string} file
 */
function packageFile(name, file) {
  return join(dirname(require.resolve(`${name}/package.json`)), 'dist', file);
}

/**
 * Packages that do nothing when they are loaded, and do not say so, or not in the
 * package.json that is nearest to their files. Backstage imports them bare.
 */
const WITHOUT_SIDE_EFFECTS =
  /[\\/]node_modules[\\/](@azure|@typespec|react-sparklines|react-idle-timer|rc-progress|react-helmet)[\\/]/;

/** Stock components with texts that cannot be translated, and no definitions of props. */
const UNTRANSLATED = [
  /[\\/]@backstage[\\/]ui[\\/]dist[\\/]components[\\/].*(?<!definition|\.css)\.esm\.js$/,
  /[\\/]plugin-techdocs-module-addons-contrib[\\/]dist[\\/]TextSize[\\/]TextSize\.esm\.js$/,
  /[\\/]plugin-techdocs[\\/]dist[\\/]reader[\\/]transformers[\\/]copyToClipboard\.esm\.js$/,
];

/** Parts of the stock frame that a page needs seldom, by who imports them. */
const LOADED_WHEN_SHOWN = [
  {
    test: /[\\/]plugin-app[\\/]dist[\\/]extensions[\\/](AppLayout|AppNav|components|elements)\.esm\.js$/,
    alias: {
      '@backstage/core-components$': join(stock, 'coreComponents.tsx'),
      '@material-ui/core/Button$': join(stock, 'MaterialButton.ts'),
      '../components/Toast/ToastDisplay.esm.js$': join(
        stock,
        'ToastDisplay.tsx',
      ),
    },
  },
  {
    test: /[\\/]plugin-home-react[\\/]dist[\\/]extensions\.esm\.js$/,
    alias: {
      '@backstage/core-components$': join(stock, 'coreComponents.tsx'),
      './components/SettingsModal.esm.js$': join(stock, 'SettingsModal.tsx'),
    },
  },
  {
    test: /[\\/]plugin-catalog[\\/]dist[\\/]alpha[\\/]contextMenuItems\.esm\.js$/,
    alias: {
      '@backstage/plugin-catalog-react$': join(stock, 'catalogReact.tsx'),
    },
  },
];

/** Stock pages that draw a bar of their own while they load. */
const WITH_PROGRESS =
  /[\\/]@backstage[\\/]plugin-(kubernetes|techdocs)[\\/]dist[\\/]/;

/**
 * What pages have in common is loaded once: without it each of them carries its
 * own tables, dialogs and editors. Styles keep the order of who imports them.
 */
const SHARED_BY_PAGES = {
  chunks: 'async',
  name: false,
  minChunks: 2,
  minSize: 30_000,
  reuseExistingChunk: true,
  type: /^(?!css\/mini-extract$)/,
};

/**
 * Adds to the bundler's configuration of the CLI what its options do not offer.
 *
 * @param {any} config - of `createConfig` of `@backstage/cli-module-build`
 */
exports.extendConfig = function extendConfig(config) {
  const { module, optimization, resolve } = config;
  return {
    ...config,
    resolve: {
      ...resolve,
      alias: {
        ...resolve.alias,
        'ui-text$': join(stock, 'uiText.ts'),
        'stock-toast-display$': packageFile(
          '@backstage/plugin-app',
          'components/Toast/ToastDisplay.esm.js',
        ),
        'stock-home-settings$': packageFile(
          '@backstage/plugin-home-react',
          'components/SettingsModal.esm.js',
        ),
      },
    },
    module: {
      ...module,
      rules: [
        ...module.rules,
        { test: WITHOUT_SIDE_EFFECTS, sideEffects: false },
        {
          test: /[\\/]node_modules[\\/]@backstage[\\/].*\.esm\.js$/,
          use: require.resolve('./treeShakingLoader.cjs'),
        },
        {
          test: UNTRANSLATED,
          use: require.resolve('./uiTextLoader.cjs'),
        },
        {
          test: WITH_PROGRESS,
          resolve: {
            alias: {
              '@backstage/core-components$': join(stock, 'corePages.ts'),
            },
          },
        },
        ...LOADED_WHEN_SHOWN.map(({ test, alias }) => ({
          test,
          resolve: { alias },
        })),
      ],
    },
    optimization: {
      ...optimization,
      splitChunks: {
        ...optimization.splitChunks,
        maxAsyncRequests: 12,
        cacheGroups: {
          ...optimization.splitChunks.cacheGroups,
          shared: SHARED_BY_PAGES,
        },
      },
    },
  };
};
