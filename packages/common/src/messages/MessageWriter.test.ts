import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import { fieldMessagesSchema, MessageWriter, setLanguage } from '..';

const words = new MessageWriter({
  messages: {
    'test.left_one': '{{title}}: {{count}} service is left, {{due}}',
    'test.left_other': '{{title}}: {{count}} services are left, {{due}}',
    'test.dueToday': 'due today',
    'test.used': '{{used}} or {{share}} in {{month}}, until {{day}}',
    'test.services': 'Used by {{services}}.',
  } as const,
});

const left = words.describe('test.left', {
  title: 'Docs for all',
  count: 1,
  due: words.describe('test.dueToday'),
});
const used = words.describe('test.used', {
  used: { money: { amount: '1240.34', currency: 'EUR' } },
  share: { ratio: 1.125 },
  month: { month: '2026-11' },
  day: { day: '2026-11-30' },
});
const services = words.describe('test.services', {
  services: { list: ['a', words.describe('test.dueToday')], more: 1_200 },
});

it('writes messages in English', () => {
  expect(words.text(left)).toBe('Docs for all: 1 service is left, due today');
  expect(words.text(used)).toBe(
    '€1,240 or 112.5% in November 2026, until 30 Nov 2026',
  );
  expect(words.text(services)).toBe('Used by a, due today and 1,200 more.');
  expect(() => words.text({ key: 'test.gone' })).toThrow(
    "There is no message 'test.gone'",
  );
});

it('says beside each field what it is made of', () => {
  expect(
    words.notification({
      title: left,
      description: ['As Priya wrote.', services],
    }),
  ).toEqual({
    title: 'Docs for all: 1 service is left, due today',
    description: 'As Priya wrote. Used by a, due today and 1,200 more.',
    metadata: {
      messages: {
        title: [
          {
            key: 'test.left',
            values: {
              title: 'Docs for all',
              count: 1,
              due: { key: 'test.dueToday' },
            },
          },
        ],
        description: ['As Priya wrote.', services],
      },
    },
  });
  expect(words.fields({ reason: 'Our own words', title: left })).toEqual({
    reason: 'Our own words',
    title: 'Docs for all: 1 service is left, due today',
    messages: { title: [left] },
  });
});

it('cuts titles that nobody stores, and no character in two', () => {
  const titleOf = (title: string) => words.notification({ title }).title;
  expect(titleOf('x'.repeat(255))).toBe('x'.repeat(255));
  expect(titleOf('x'.repeat(256))).toBe(`${'x'.repeat(254)}…`);
  expect(titleOf(`${'x'.repeat(253)}😀😀`)).toBe(`${'x'.repeat(253)}…`);
});

it('begins another line where a line break stands between parts', () => {
  expect(words.fields({ detail: ['Removed', '\n', services] })).toEqual({
    detail: 'Removed\nUsed by a, due today and 1,200 more.',
    messages: { detail: ['Removed', '\n', services] },
  });
});

it('makes errors that say so, too', () => {
  const error = words.error(ConflictError, left);
  expect(error).toBeInstanceOf(ConflictError);
  expect(error.message).toBe('Docs for all: 1 service is left, due today');
  // What the backend answers has all properties of an error.
  expect({ ...error }).toMatchObject({ messages: { message: [left] } });

  const caused = words.error(
    ServiceUnavailableError,
    left,
    new Error('No route to host'),
  );
  expect(caused.message).toBe(
    'Docs for all: 1 service is left, due today; caused by Error: No route to host',
  );
  expect(caused.messages).toEqual({
    message: [left, '(Error: No route to host)'],
  });
});

it('knows what backends of all plugins say', () => {
  expect(
    words.text(
      words.describe('test.services', {
        services: { list: ['Payments', { key: 'common.administrators' }] },
      }),
    ),
  ).toBe('Used by Payments and the administrators of the portal.');
});

it('keeps the text beside a message for those who do not know its key', () => {
  const written = words.write('test.used', {
    used: { money: { amount: '1240.34', currency: 'EUR' } },
    share: { ratio: 1.125 },
    month: { month: '2026-11' },
    day: { day: '2026-11-30' },
  });
  expect(written).toEqual({
    ...used,
    text: '€1,240 or 112.5% in November 2026, until 30 Nov 2026',
  });
  // The one that holds it knows another key only.
  const others = new MessageWriter({
    messages: { 'other.because': 'Because: {{reason}}' } as const,
  });
  expect(
    others.text(others.describe('other.because', { reason: written })),
  ).toBe('Because: €1,240 or 112.5% in November 2026, until 30 Nov 2026');
});

it('takes from the wire what formatters can write, and nothing else', () => {
  const fields = {
    title: ['As it is', left, { ...used, text: 'Used' }, services],
  };
  expect(fieldMessagesSchema.parse(JSON.parse(JSON.stringify(fields)))).toEqual(
    fields,
  );
  for (const value of [
    { money: { amount: '1', currency: 'Euro' } },
    { day: 'tomorrow' },
    { month: '2026-13' },
    { list: [1] },
    { other: 1 },
  ]) {
    const title = [{ key: 'test.used', values: { used: value } }];
    expect(fieldMessagesSchema.safeParse({ title }).success).toBe(false);
  }
});

describe('in German', () => {
  beforeEach(() => setLanguage('de'));
  afterEach(() => setLanguage('en'));

  it('writes what stands in messages as people read it there', () => {
    expect(words.text(used)).toBe(
      '1.240\u00a0€ or 112,5\u00a0% in November 2026, until 30. Nov. 2026',
    );
    expect(words.text(services)).toBe(
      'Used by a, due today und 1.200 weitere.',
    );
  });
});
