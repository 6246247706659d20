import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../../..');

/** Packages whose texts are still in their code. The list only becomes shorter. */
const TEXTS_IN_CODE = ['plugins/techdocs-module-atrium'];

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

const translated = frontends.filter(folder => !TEXTS_IN_CODE.includes(folder));

function messagesOf(folder: string, language: string): Record<string, string> {
  return require(path.join(root, folder, 'src/translations', language)).default;
}

function placeholdersOf(text: string): string[] {
  return [...new Set(text.match(/\{\{\w+\}\}/g))].sort();
}

it('names only packages whose texts are in their code', () => {
  expect(frontends).toEqual(expect.arrayContaining(TEXTS_IN_CODE));
  for (const folder of TEXTS_IN_CODE) {
    expect(
      existsSync(path.join(root, folder, 'src/translation.ts')),
    ).toBeFalsy();
  }
});

it.each(translated)('keeps texts out of the code of %s', folder => {
  expect(
    readFileSync(path.join(root, folder, '.eslintrc.js'), 'utf8'),
  ).toContain('eslint-texts');
});

it.each(translated)('has all texts of %s in German', folder => {
  const english = messagesOf(folder, 'en');
  const german = messagesOf(folder, 'de');
  expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
  for (const [key, text] of Object.entries(english)) {
    expect(`${key}: ${german[key].trim() && placeholdersOf(german[key])}`).toBe(
      `${key}: ${placeholdersOf(text)}`,
    );
  }
});
