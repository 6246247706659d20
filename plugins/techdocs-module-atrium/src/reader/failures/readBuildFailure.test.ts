import { readBuildFailure } from './readBuildFailure';

const built = (cause: string) =>
  JSON.stringify(`Could not build the documentation; caused by ${cause}`);

it.each([
  [
    built(
      "InputError: 'mkdocs.yml' is not valid YAML at line 3, column 5: bad",
    ),
    'repository',
    "'mkdocs.yml' is not valid YAML at line 3, column 5: bad",
    [
      {
        key: 'docs.failure.columnOfYaml',
        values: { file: 'mkdocs.yml', line: '3', column: '5', problem: 'bad' },
      },
    ],
  ],
  [
    built(
      "NotFoundError: The folder 'docs' holds no Markdown, and there is no README.md",
    ),
    'repository',
    "The folder 'docs' holds no Markdown, and there is no README.md",
    [{ key: 'docs.failure.noMarkdown', values: { folder: 'docs' } }],
  ],
  [
    built(
      "ServiceUnavailableError: It took longer than 120 seconds, last at 'a.md'",
    ),
    'limits',
    "It took longer than 120 seconds, last at 'a.md'",
    [
      {
        key: 'docs.failure.tooLongAt',
        values: { seconds: '120', page: 'a.md' },
      },
    ],
  ],
  [
    built('Error: A build process did not start: no room'),
    'portal',
    'A build process did not start: no room',
    [{ key: 'docs.failure.didNotStart', values: { reason: 'no room' } }],
  ],
  [
    JSON.stringify('https://git.acme.test/a could not be read, 404 Not Found'),
    'portal',
    'https://git.acme.test/a could not be read, 404 Not Found',
    undefined,
  ],
  [
    built(
      'ServiceUnavailableError: The process that built it ended; caused by Error: code 1',
    ),
    'limits',
    'The process that built it ended; caused by Error: code 1',
    [{ key: 'docs.failure.ended' }, '(Error: code 1)'],
  ],
  ['Failed to fetch', 'portal', 'Failed to fetch', undefined],
])(
  'finds in %j who can mend it, and what it says',
  (message, cause, reason, parts) => {
    expect(readBuildFailure(new Error(message))).toEqual({
      cause,
      message: reason,
      ...(parts && { messages: { message: parts } }),
    });
  },
);
