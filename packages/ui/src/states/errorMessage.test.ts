import { commonMessages, setLanguage } from '@atrium/common';
import { ResponseError } from '@backstage/errors';
import type { TranslationApi } from '@backstage/frontend-plugin-api';
import { connectTranslations } from '..';
import { errorMessage } from './errorMessage';

/** What a backend answers when it refuses something. */
function answer(error: object) {
  return ResponseError.fromResponse(
    new Response(JSON.stringify({ error, response: { statusCode: 409 } }), {
      status: 409,
      headers: { 'content-type': 'application/json' },
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
