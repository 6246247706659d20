import { setLanguage } from '@atrium/common';
import { runStatusInSentence } from './runStatus';

afterEach(() => setLanguage('en'));

it.each([
  ['en', 'success', 'passed'],
  ['en', 'failure', 'failed'],
  ['en', 'error', 'error'],
  ['de', 'success', 'erfolgreich'],
  ['de', 'failure', 'fehlgeschlagen'],
  ['de', 'error', 'Fehler'],
] as const)('says within a sentence in %s: %s', (language, outcome, word) => {
  setLanguage(language);
  expect(runStatusInSentence({ status: 'finished', outcome })).toBe(word);
});
