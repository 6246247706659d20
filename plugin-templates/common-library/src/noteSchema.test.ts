import { parseInput } from '@atrium/common';
import { createNoteSchema, noteQuerySchema } from './noteSchema';

describe('createNoteSchema', () => {
  it('trims the text and lower-cases the entity ref', () => {
    const input = {
      entityRef: 'Component:default/Payment-Service',
      text: '  Ask before a release.\n',
    };

    expect(parseInput(createNoteSchema, input)).toEqual({
      entityRef: 'component:default/payment-service',
      text: 'Ask before a release.',
    });
  });

  it.each([
    ['an empty text', { text: '   ' }, "'text'"],
    ['a text that is too long', { text: 'x'.repeat(2_001) }, "'text'"],
    ['half an entity ref', { entityRef: 'payment-service' }, "'entityRef'"],
  ])('refuses %s and names the field', (_what, change, field) => {
    const input = { entityRef: 'component:default/a', text: 'x', ...change };

    expect(() => parseInput(createNoteSchema, input)).toThrow(field);
  });
});

describe('noteQuerySchema', () => {
  it('asks for 50 notes about anything by default', () => {
    expect(parseInput(noteQuerySchema, {})).toEqual({ limit: 50 });
  });
});
