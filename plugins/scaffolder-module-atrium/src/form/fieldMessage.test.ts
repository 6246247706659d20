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
  ['pattern', { pattern: '^[a-z]+$' }, 'Must match ^[a-z]+$'],
  ['const', { allowedValue: 3 }, 'must be equal to constant'],
])('says what %s asks for', (name, params, text) => {
  expect(
    fieldMessage({ name, params, message: 'must be equal to constant' }, ''),
  ).toBe(text);
});
