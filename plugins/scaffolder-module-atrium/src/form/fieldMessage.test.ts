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
