// House rules, on top of Backstage's own set that every package extends.
// What packages may import from each other stands in .dependency-cruiser.cjs.
module.exports = {
  root: true,
  plugins: ['@typescript-eslint'],
  reportUnusedDisableDirectives: true,
  overrides: [
    {
      files: ['.dependency-cruiser.cjs'],
      env: { es2022: true, node: true },
    },
    {
      // These are in no package, whose settings would say how to read them.
      files: [
        'plugin-templates/**/*.ts',
        'plugin-templates/**/*.tsx',
        'playwright.config.ts',
      ],
      parser: '@typescript-eslint/parser',
    },
    {
      files: ['**/*.ts', '**/*.tsx'],
      rules: {
        '@typescript-eslint/max-params': ['error', { max: 3 }],
        'max-lines': ['error', { max: 400 }],
        '@typescript-eslint/no-explicit-any': 'error',
        '@typescript-eslint/no-non-null-assertion': 'error',
        '@typescript-eslint/consistent-type-imports': [
          'error',
          { disallowTypeAnnotations: false },
        ],
      },
    },
    {
      // markdown-it calls its rules with four and five parameters.
      files: ['plugins/techdocs-backend-module-markdown/src/markdown/*.ts'],
      rules: { '@typescript-eslint/max-params': 'off' },
    },
    {
      // A test file tells the whole story of one thing, and may be longer; the
      // columns of a table of cases are parameters.
      files: ['**/*.test.ts', '**/*.test.tsx'],
      rules: {
        'max-lines': ['error', { max: 600 }],
        '@typescript-eslint/max-params': 'off',
      },
    },
  ],
};
