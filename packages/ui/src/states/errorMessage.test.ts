import { commonMessages, setLanguage } from '@atrium/common';
import { ResponseError } from '@backstage/errors';
import type { TranslationApi } from '@backstage/frontend-plugin-api';
import { connectTranslations } from '..';
import { errorMessage } from './errorMessage';

/** What a backend answers when it refuses something. */
function answer(error: object, status = 409) {
  return respond(
    JSON.stringify({ error, response: { statusCode: status } }),
    status,
    'application/json',
  );
}

function respond(body: string, status: number, type: string) {
  return ResponseError.fromResponse(
    new Response(body, {
      status,
      headers: { 'content-type': type },
    }) as Parameters<typeof ResponseError.fromResponse>[0],
  );
}

const changed = {
  name: 'ConflictError',
  message: "'slo.yaml' has changed; nothing was written",
  messages: {
    message: [{ key: 'common.file.changed', values: { path: 'slo.yaml' } }],
  },
};

const FAILURE =
  'Something went wrong in Atrium. Try again; if it keeps failing, tell the people who run the portal.';

it.each([
  'An internal error occurred',
  'Internal Server Error',
  'internal error',
])('says what to do where a backend says only "%s"', async message => {
  expect(errorMessage(await answer({ name: 'Error', message }, 500))).toBe(
    FAILURE,
  );
});

it('shows no page of a proxy', async () => {
  const page = '<html><body><h1>502 Bad Gateway</h1></body></html>';
  expect(errorMessage(await respond(page, 502, 'text/html'))).toBe(FAILURE);
});

it.each(['Unauthorized', 'Forbidden', 'Permission denied.', ''])(
  'says whom to ask where a refusal says only "%s"',
  async message => {
    const error = await answer({ name: 'NotAllowedError', message }, 403);
    expect(errorMessage(error)).toBe(
      'The people who run the portal can let you in.',
    );
  },
);

it('leaves the words of a backend that has some', async () => {
  const message = "No place for 'ledger' is left";
  for (const status of [403, 500, 503]) {
    expect(errorMessage(await answer({ name: 'Error', message }, status))).toBe(
      message,
    );
  }
});

describe('in German', () => {
  beforeEach(async () => {
    const { default: german } = await commonMessages.translations.de();
    setLanguage('de');
    connectTranslations({
      getTranslation: () => ({
        ready: true,
        t: (key: keyof typeof german, { replace }: { replace: object }) =>
          Object.entries(replace).reduce(
            (text, [name, value]) => text.replace(`{{${name}}}`, value),
            german[key],
          ),
      }),
    } as unknown as TranslationApi);
  });
  afterEach(() => setLanguage('en'));

  it('writes a refusal of a backend by what it is made of', async () => {
    expect(errorMessage(await answer(changed))).toBe(
      '„slo.yaml“ hat sich inzwischen im Repository geändert; es wurde nichts geschrieben',
    );
  });

  it('shows one that is not known here as it came', async () => {
    const message = "'slo.yaml' is too old";
    for (const messages of [
      undefined,
      { message: [{ key: 'slo.later' }] },
      'hello',
    ]) {
      expect(
        errorMessage(
          await answer({ name: 'ConflictError', message, messages }),
        ),
      ).toBe(message);
    }
  });
});
