import { MessageWriter } from '@atrium/common';
import { docsMessages } from './docsMessages';
import en from './en';
import { findFailure } from './findFailure';

const words = new MessageWriter(docsMessages);

it.each([
  [
    "'mkdocs.yml' is not valid YAML at line 3, column 5: bad: 'x', column 7",
    [
      {
        key: 'docs.failure.columnOfYaml',
        values: {
          file: 'mkdocs.yml',
          line: '3',
          column: '5',
          problem: "bad: 'x', column 7",
        },
      },
    ],
  ],
  [
    'The Markdown pages have 1.4 MB together; at most 500 kB are allowed',
    [
      {
        key: 'docs.failure.pagesTooLarge',
        values: {
          size: { key: 'docs.size.MB', values: { size: 1.4 } },
          maxSize: { key: 'docs.size.kB', values: { size: 500 } },
        },
      },
    ],
  ],
  [
    'It took longer than 120 seconds',
    [{ key: 'docs.failure.tooLong', values: { seconds: '120' } }],
  ],
  [
    "It took longer than 120 seconds, last at 'docs/a.md'",
    [
      {
        key: 'docs.failure.tooLongAt',
        values: { seconds: '120', page: 'docs/a.md' },
      },
    ],
  ],
  [
    "The process that built it ended, last at 'docs/a.md'; caused by Error: it ended with code 1",
    [
      { key: 'docs.failure.endedAt', values: { page: 'docs/a.md' } },
      '(Error: it ended with code 1)',
    ],
  ],
  ["The folder 'docs' could not be read, 404 Not Found", undefined],
  ['', undefined],
])('knows what %j is made of', (text, parts) => {
  expect(findFailure(text)).toEqual(parts);
});

it('tells the sentences of all failures apart', () => {
  const keys = Object.keys(en).filter(key => key.startsWith('docs.failure.'));
  expect(keys.length).toBeGreaterThan(10);
  for (const key of keys) {
    const names = en[key as keyof typeof en].match(/(?<=\{\{)\w+/g) ?? [];
    const values = Object.fromEntries(names.map(name => [name, `a ${name}`]));
    const message = names.length > 0 ? { key, values } : { key };
    expect(findFailure(words.text(message))).toEqual([message]);
  }
});
