import { getLanguage, setLanguage } from '@atrium/common';
import { createPageLanguage } from './createPageLanguage';

const reload = jest.fn();

function create(kept?: string) {
  const store = new Map(kept ? [['language', kept]] : []);
  const storage = {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => void store.set(key, value),
  };
  const language = createPageLanguage({ languages: ['de'], storage, reload });
  return { language, store };
}

afterEach(() => {
  reload.mockClear();
  setLanguage('en');
});

it('is English until another language is chosen', () => {
  const { language } = create();
  expect(language.getLanguage()).toEqual({ language: 'en' });
  expect(language.getAvailableLanguages()).toEqual({ languages: ['en', 'de'] });
  expect(document.documentElement.lang).toBe('en');
});

it('starts the page anew in the language that was chosen', () => {
  const { language, store } = create();
  language.setLanguage('de');
  expect(store.get('language')).toBe('de');
  expect(reload).toHaveBeenCalledTimes(1);
  expect(language.getLanguage()).toEqual({ language: 'en' });
});

it('is the language that was kept', () => {
  const { language } = create('de');
  expect(language.getLanguage()).toEqual({ language: 'de' });
  expect(document.documentElement.lang).toBe('de');
  expect(getLanguage()).toBe('de');
  language.setLanguage('de');
  expect(reload).not.toHaveBeenCalled();
});

it('knows no other language', () => {
  const { language } = create('fr');
  expect(language.getLanguage()).toEqual({ language: 'en' });
  expect(() => language.setLanguage('fr')).toThrow("'en', 'de'");
});
