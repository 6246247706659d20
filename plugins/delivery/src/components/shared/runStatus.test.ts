import { setLanguage } from '@atrium/common';
import { connectTranslations } from '@atrium/ui';
import type { TranslationApi } from '@backstage/frontend-plugin-api';
import de from '../../translations/de';
import { runStatusInSentence } from './runStatus';

it.each([
  ['success', 'passed'],
  ['failure', 'failed'],
  ['error', 'error'],
] as const)('says %s within a sentence', (outcome, word) => {
  expect(runStatusInSentence({ status: 'finished', outcome })).toBe(word);
});

describe('in German', () => {
  beforeEach(() => {
    setLanguage('de');
    connectTranslations({
      getTranslation: () => ({
        ready: true,
        t: (key: keyof typeof de) => de[key],
      }),
    } as unknown as TranslationApi);
  });
  afterEach(() => setLanguage('en'));

  it.each([
    ['success', 'erfolgreich'],
    ['failure', 'fehlgeschlagen'],
    // A noun.
    ['error', 'Fehler'],
  ] as const)('says %s within a sentence', (outcome, word) => {
    expect(runStatusInSentence({ status: 'finished', outcome })).toBe(word);
  });
});
