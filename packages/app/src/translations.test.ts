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

function messagesOf(folder: string, language: string): Record<string, string> {
  return require(path.join(root, folder, 'src/translations', language)).default;
}

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
    for (const text of Object.values(messagesOf(folder, language))) {
      expect(text).not.toMatch(/\}\}\s?%/);
    }
  }
});

it.each(frontends)('has all texts of %s in German', folder => {
  const english = messagesOf(folder, 'en');
  const german = messagesOf(folder, 'de');
  expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
  for (const [key, text] of Object.entries(english)) {
    expect(`${key}: ${german[key].trim() && placeholdersOf(german[key])}`).toBe(
      `${key}: ${placeholdersOf(text)}`,
    );
  }
});
