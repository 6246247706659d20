import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../../..');

const FRONTEND_ROLES = [
  'frontend',
  'web-library',
  'frontend-plugin',
  'frontend-plugin-module',
];

const frontends = ['packages', 'plugins']
  .flatMap(folder =>
    readdirSync(path.join(root, folder)).map(name => `${folder}/${name}`),
  )
  .filter(folder => {
    const file = path.join(root, folder, 'package.json');
    return (
      existsSync(file) &&
      FRONTEND_ROLES.includes(
        JSON.parse(readFileSync(file, 'utf8')).backstage?.role,
      )
    );
  });

function textsOf(table: string, language: string): Record<string, string> {
  return require(path.join(root, table, language)).default;
}

/** Where the texts of pages are, and what backends tell people. */
const tables = [
  ...frontends.map(folder => `${folder}/src/translations`),
  ...readdirSync(path.join(root, 'plugins'))
    .map(name => `plugins/${name}/src/messages`)
    .filter(folder => existsSync(path.join(root, folder, 'en.ts'))),
  'packages/common/src/messages/common',
  'packages/common/src/messages/templates',
];

function placeholdersOf(text: string): string[] {
  return [...new Set(text.match(/\{\{\w+\}\}/g))].sort();
}

it.each(frontends)('keeps texts out of the code of %s', folder => {
  expect(
    readFileSync(path.join(root, folder, '.eslintrc.js'), 'utf8'),
  ).toContain('eslint-texts');
});

it.each(frontends)('leaves percentages of %s to the formatters', folder => {
  for (const language of ['en', 'de']) {
    for (const text of Object.values(
      textsOf(`${folder}/src/translations`, language),
    )) {
      expect(text).not.toMatch(/\}\}\s?%/);
    }
  }
});

it.each(tables)('has all texts of %s in German', table => {
  const english = textsOf(table, 'en');
  const german = textsOf(table, 'de');
  expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
  for (const [key, text] of Object.entries(english)) {
    expect(`${key}: ${german[key].trim() && placeholdersOf(german[key])}`).toBe(
      `${key}: ${placeholdersOf(text)}`,
    );
  }
});

it('has each message of a backend in one plugin', () => {
  const keys = tables
    .filter(table => table.includes('/src/messages'))
    .flatMap(table => Object.keys(textsOf(table, 'en')));
  expect(keys).toContain('slo.alert.fires');
  expect(keys.filter((key, index) => keys.indexOf(key) < index)).toEqual([]);
});
