import { setLanguage } from '@atrium/common';
import type { TranslationApi } from '@backstage/frontend-plugin-api';
import { mockApis } from '@backstage/frontend-test-utils';
import {
  addBackendMessages,
  connectTranslations,
  readField,
  readList,
} from '..';

const options = {
  id: 'bills.messages',
  messages: {
    'bills.used_one': '{{name}} used {{amount}} in {{count}} day',
    'bills.used_other': '{{name}} used {{amount}} in {{count}} days',
    'bills.by': 'by {{services}}',
  },
  translations: {
    de: async () => ({
      default: {
        'bills.used_one': '{{name}} hat an {{count}} Tag {{amount}} verbraucht',
        'bills.used_other':
          '{{name}} hat an {{count}} Tagen {{amount}} verbraucht',
        'bills.by': 'durch {{services}}',
      },
    }),
  },
};

const used = {
  key: 'bills.used',
  values: {
    name: 'Payments',
    amount: { money: { amount: '1240.5', currency: 'EUR' } },
    count: 2,
  },
};
const by = {
  key: 'bills.by',
  values: { services: { list: ['a', 'b'], more: 2 } },
};
const written = {
  title: 'Payments used €1,241 in 2 days',
  note: 'As Priya wrote',
  messages: { title: [used, by, 'Really.'] },
};

beforeAll(() => addBackendMessages(options, options));

it('writes a field in the words of the page', () => {
  connectTranslations(mockApis.translation());
  expect(readField(written, 'title')).toBe(
    'Payments used €1,241 in 2 days by a, b and 2 more Really.',
  );
  expect(readField(written, 'note')).toBe('As Priya wrote');
  expect(readField({ title: undefined }, 'title')).toBeUndefined();
  const steps = ['In English', 'Other', 'Old'];
  const messages = { steps: [by, { key: 'bills.later' }] };
  expect(readList({ steps, messages }, 'steps')).toEqual([
    'by a, b and 2 more',
    'Other',
    'Old',
  ]);
  expect(readList({ steps }, 'steps')).toEqual(steps);
});

it('leaves what it does not know as the backend wrote it', () => {
  const later = { key: 'bills.later' };
  for (const message of [
    later,
    { key: 'bills.by', values: { services: later } },
    { key: 'bills.by', values: { services: { list: [later] } } },
  ]) {
    expect(
      readField(
        { title: 'In English', messages: { title: [message] } },
        'title',
      ),
    ).toBe('In English');
  }
});

it('writes the text that came with a message in its place', () => {
  const later = { key: 'bills.later', text: 'It comes later' };
  const messages = {
    title: [{ key: 'bills.by', values: { services: later } }, '\n', later],
  };
  expect(readField({ title: 'In English', messages }, 'title')).toBe(
    'by It comes later\nIt comes later',
  );
});

describe('in German', () => {
  beforeEach(() => setLanguage('de'));
  afterEach(() => setLanguage('en'));

  it('writes figures and forms of words as the language does', async () => {
    const { default: german } = await options.translations.de();
    connectTranslations({
      getTranslation: () => ({
        ready: true,
        t: (
          key: string,
          { count, replace }: { count?: number; replace: object },
        ) =>
          Object.entries(replace).reduce(
            (text, [name, value]) => text.replace(`{{${name}}}`, value),
            Object.entries(german).find(
              ([name]) => name === (count ? `${key}_other` : key),
            )?.[1] ?? '',
          ),
      }),
    } as unknown as TranslationApi);
    expect(readField(written, 'title')).toBe(
      'Payments hat an 2 Tagen 1.241\u00a0€ verbraucht durch a, b und 2 weitere Really.',
    );
  });
});
