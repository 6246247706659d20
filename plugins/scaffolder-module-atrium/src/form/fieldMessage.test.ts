import { fieldMessage } from './fieldMessage';

it('speaks of fields and not of schemas', () => {
  expect(
    fieldMessage(
      { name: 'required', message: "must have required property 'Owner'" },
      'OwnerPicker',
    ),
  ).toBe('This field is required');
  expect(
    fieldMessage(
      { name: 'pattern', message: 'must match pattern "^[^?]+[?]owner="' },
      'RepoUrlPicker',
    ),
  ).toBe('Choose where to create the repository, and enter its name');
  expect(
    fieldMessage({ name: 'maxLength', message: 'must be shorter' }, undefined),
  ).toBe('must be shorter');
});

it.each([
  ['minLength', { limit: 3 }, 'At least 3 characters'],
  ['maxLength', { limit: 1 }, 'At most 1 character'],
  ['minItems', { limit: 1 }, 'At least 1 item'],
  ['maximum', { comparison: '<=', limit: 1_000 }, 'At most 1,000'],
  ['exclusiveMinimum', { comparison: '>', limit: 0 }, 'More than 0'],
  ['exclusiveMaximum', { comparison: '<', limit: 1_000 }, 'Less than 1,000'],
  ['pattern', { pattern: '^[a-z]+$' }, 'Must match ^[a-z]+$'],
  ['enum', { allowedValues: ['a', 'b'] }, 'Choose one of the options'],
  ['const', { allowedValue: 3 }, 'Must be 3'],
  ['multipleOf', { multipleOf: 5 }, 'Must be a multiple of 5'],
  ['uniqueItems', { i: 1, j: 0 }, 'Enter each item only once'],
  ['type', { type: 'integer' }, 'Enter a whole number'],
  ['type', { type: 'number' }, 'Enter a number'],
  ['type', { type: 'string' }, 'Enter text'],
  ['type', { type: 'object' }, 'must be something else'],
  ['format', { format: 'email' }, 'Enter an email address'],
  [
    'format',
    { format: 'uri' },
    'Enter a web address, such as https://example.com',
  ],
  ['format', { format: 'date' }, 'Enter a date'],
  ['format', { format: 'ipv4' }, 'Must have the format ipv4'],
  ['oneOf', { passingSchemas: null }, 'must be something else'],
])('says what %s asks for', (name, params, text) => {
  expect(
    fieldMessage({ name, params, message: 'must be something else' }, ''),
  ).toBe(text);
});
