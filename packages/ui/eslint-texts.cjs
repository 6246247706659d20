// What people read stands in the messages of a package (`src/translations`), never
// in its code: docs/guides/translations.md. A package takes part by its `.eslintrc.js`.

const message =
  'What people read belongs into src/translations: docs/guides/translations.md.';

const figures =
  'Numbers, percentages, money and dates are written by the formatters of @atrium/ui, lengths in styles by toCssPercent: docs/guides/translations.md.';

const words = '/[A-Za-z]{2}/';
const textAttribute =
  '/^(label|title|placeholder|description|hint|alt|aria-label|aria-description|anyLabel|secondaryLabel|failure|cancel|action|question|summary)$/';
const textProperty = '/^(title|label|text|description|term|hint|question)$/';
// Starts like a sentence and goes on. What products are called is no sentence.
const sentence = '/^(?!Argo CD$)[A-Z][a-z’]*,? [a-zA-Z]/';
// Nobody reads what a plugin is called: its pages have titles.
const pluginTitle =
  'CallExpression[callee.name="createFrontendPlugin"] > ObjectExpression > Property > Literal';
const notThrown = ':not(NewExpression *):not(TSTypeAnnotation *)';

const selectors = [
  // The name of the portal is the same in every language.
  `:matches(JSXElement:not([openingElement.name.name=/^(code|kbd|samp)$/]), JSXFragment) > JSXText[value=/^(?!\\s*Atrium\\s*$)[^]*[A-Za-z]{2}/]`,
  `JSXAttribute[name.name=${textAttribute}] > Literal[value=${words}]`,
  `JSXAttribute[name.name=${textAttribute}] > JSXExpressionContainer > TemplateLiteral > TemplateElement[value.raw=${words}]`,
  `JSXExpressionContainer > ConditionalExpression > Literal[value=${sentence}]`,
  `JSXElement > JSXExpressionContainer > :matches(ConditionalExpression, LogicalExpression) > Literal[value=${words}]`,
  `Property[key.name=${textProperty}] > Literal[value=/[A-Z][a-z]|[a-z] [a-z]/]:not(${pluginTitle})`,
  `Property[key.name=${textProperty}] > TemplateLiteral > TemplateElement[value.raw=/[a-z]{2} | [a-z]{2}/]`,
  `Literal[value=${sentence}]${notThrown}:not(${pluginTitle})`,
  `ReturnStatement > TemplateLiteral > TemplateElement[value.raw=/[a-z]{2} | [a-z]{2}/]`,
];

module.exports = {
  overrides: [
    {
      files: [
        'src/translation.ts',
        'src/titles.ts',
        'src/translations/**/*.ts',
        'src/format/toCssPercent.ts',
      ],
      rules: { 'no-restricted-syntax': 'off', 'max-lines': 'off' },
    },
    {
      files: [
        '**/*.test.*',
        '**/__testUtils__/**',
        '**/e2e-tests/**',
        'src/setupTests.ts',
        '*.cjs',
      ],
      rules: { 'no-restricted-syntax': 'off' },
    },
  ],
  rules: {
    'no-restricted-syntax': [
      'error',
      ...selectors.map(selector => ({ selector, message })),
      {
        selector:
          'CallExpression[callee.name="t"]:not(:function CallExpression)',
        message:
          'The language is not known while a module is loaded: ask for a text within a function or a getter.',
      },
      {
        // What makes a table of values runs while the module is loaded, too.
        selector:
          ':matches(Program, ExportNamedDeclaration) > VariableDeclaration > VariableDeclarator CallExpression[callee.property.name=/^(map|flatMap|filter|reduce|from|fromEntries)$/]:not(:function *) > :function CallExpression[callee.name="t"]:not(Property[kind="get"] *):not(:function :function *)',
        message:
          'The language is not known while a module is loaded: ask for a text within a getter.',
      },
      {
        // By themselves they write as the browser does, and not as the page.
        selector:
          'CallExpression[callee.property.name=/^toLocale(Date|Time)?String$/]',
        message: figures,
      },
      {
        selector:
          "NewExpression[callee.object.name='Intl']:not(CallExpression[callee.name='perLanguage'] *):not([callee.property.name='DateTimeFormat'][arguments.length=0])",
        message: figures,
      },
      {
        selector: 'TemplateElement[value.raw=/^\\s?%(?![,\\w])/]',
        message: figures,
      },
      {
        selector:
          "JSXExpressionContainer + JSXText[value=/^\\s*%/], BinaryExpression[operator='+'] > Literal[value=/^\\s?%/]",
        message: figures,
      },
      {
        selector:
          "ImportDeclaration[source.value='react'] :matches(ImportDefaultSpecifier, ImportNamespaceSpecifier)",
        message: 'Import what is needed of React by its name.',
      },
    ],
  },
};
