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
  ],
  [
    built("NotFoundError: The folder 'docs' holds no Markdown"),
    'repository',
    "The folder 'docs' holds no Markdown",
  ],
  [
    built(
      "ServiceUnavailableError: It took longer than 120 seconds, last at 'a.md'",
    ),
    'limits',
    "It took longer than 120 seconds, last at 'a.md'",
  ],
  [
    built('Error: A build process did not start: no room'),
    'portal',
    'A build process did not start: no room',
  ],
  [
    JSON.stringify('https://git.acme.test/a could not be read, 404 Not Found'),
    'portal',
    'https://git.acme.test/a could not be read, 404 Not Found',
  ],
  ['Failed to fetch', 'portal', 'Failed to fetch'],
])('finds in %j who can mend it', (message, cause, reason) => {
  expect(readBuildFailure(new Error(message))).toEqual({
    cause,
    message: reason,
  });
});
