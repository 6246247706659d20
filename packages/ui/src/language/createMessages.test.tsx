import { Suspense } from 'react';
import { render, screen } from '@testing-library/react';
import { setLanguage } from '@atrium/common';
import type { TranslationApi } from '@backstage/frontend-plugin-api';
import { mockApis } from '@backstage/frontend-test-utils';
import {
  connectTranslations,
  createMessages,
  formatDate,
  formatList,
  formatNumber,
  inSentence,
  titleText,
  whenTranslated,
} from '..';

const { ref, t } = createMessages({
  id: 'test',
  messages: {
    save: 'Save',
    ownedBy: 'Owned by {{owner}}',
    checks_one: '{{count}} check of {{owner}}',
    checks_other: '{{count}} checks of {{owner}}',
  } as const,
  translations: {
    de: async () => ({
      default: {
        save: 'Speichern',
        ownedBy: 'Gehört {{owner}}',
        checks_one: '{{count}} Prüfung von {{owner}}',
        checks_other: '{{count}} Prüfungen von {{owner}}',
      },
    }),
  },
});

function writesEnglish() {
  expect(t('save')).toBe('Save');
  expect(t('ownedBy', { owner: 'Payments' })).toBe('Owned by Payments');
  expect(t('checks', { count: 1, owner: 'A' })).toBe('1 check of A');
  expect(t('checks', { count: 0, owner: 'A' })).toBe('0 checks of A');
  expect(t('checks', { count: 1234, owner: 'A' })).toBe('1,234 checks of A');
  const { container } = render(
    <>{t('ownedBy', { owner: <strong>Payments</strong> })}</>,
  );
  expect(container).toContainHTML('Owned by <strong>Payments</strong>');
}

it('writes English where there is no app', () => {
  writesEnglish();
  expect(t('save')).toBe('Save');
});

it('writes what the app has', () => {
  connectTranslations(mockApis.translation());
  writesEnglish();
  expect(t('save')).toBe('Save');
});

describe('in another language', () => {
  beforeEach(() => setLanguage('de'));
  afterEach(() => setLanguage('en'));

  /** German messages that come when the test says so. */
  function connectLater() {
    const german = (key: string) => (key === 'save' ? 'Speichern' : key);
    const messages = { ready: false, load: () => {} };
    connectTranslations({
      getTranslation: () => ({ ready: messages.ready, t: german }),
      translation$: () => ({
        subscribe: ({ next }: { next(snapshot: unknown): void }) => {
          messages.load = () => {
            messages.ready = true;
            next({ ready: true, t: german });
          };
        },
      }),
    } as unknown as TranslationApi);
    return messages;
  }

  it('waits for its messages', async () => {
    const messages = connectLater();
    const Save = () => <button>{t('save')}</button>;
    render(
      <Suspense fallback="Waiting">
        <Save />
      </Suspense>,
    );
    expect(screen.getByText('Waiting')).toBeVisible();
    messages.load();
    expect(await screen.findByRole('button')).toHaveTextContent('Speichern');
    expect(titleText('Save', ref('save'))).toBe('Speichern');
    expect(titleText('Save', undefined)).toBe('Save');
  });

  it('waits for them outside of a component, too', async () => {
    const messages = connectLater();
    const written = whenTranslated(() => `${t('save')}!`);
    messages.load();
    await expect(written).resolves.toBe('Speichern!');
    const failure = new Error('No such thing');
    const fails = () => {
      throw failure;
    };
    await expect(whenTranslated(fails)).rejects.toBe(failure);
  });

  it('writes figures, dates and lists as the language does', () => {
    expect(formatNumber(12_345.678)).toBe('12.345,68');
    expect(formatDate('2026-11-25T12:00:00Z')).toBe('25. Nov. 2026');
    expect(formatList(['a', 'b', 'c'])).toBe('a, b und c');
    expect(inSentence('Pipeline')).toBe('Pipeline');
  });
});

it('writes a heading within a sentence with a small letter', () => {
  expect(inSentence('By owner')).toBe('by owner');
});
