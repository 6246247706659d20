module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  // Source of the stock app, which has its own packages.
  ignorePatterns: ['stock/overlay/**'],
  rules: {
    // Read from the top: the exported function first, what it calls below it.
    '@typescript-eslint/no-use-before-define': [
      'error',
      { functions: false, classes: false, variables: false },
    ],
  },
});
