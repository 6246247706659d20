import { MessageWriter } from '@atrium/common';
import { driverTextOf, ProviderRefusal, textOf } from '.';

const words = new MessageWriter({
  messages: { 'mine.full': '{{server}} is full' } as const,
});
const full = {
  key: 'mine.full',
  values: { server: 'db-1' },
  text: 'db-1 is full',
};

it('takes the key of what was thrown with one', () => {
  const message = words.write('mine.full', { server: 'db-1' });
  const refusal = new ProviderRefusal(message, { isTemporary: true });
  expect(refusal.message).toBe('db-1 is full');
  expect(driverTextOf(refusal)).toEqual(full);
  expect(driverTextOf(words.error(Error, message))).toEqual(full);
});

it('takes what has no key as it is', () => {
  for (const error of [
    new Error('No room'),
    new ProviderRefusal('No room', { isTemporary: false }),
    Object.assign(new Error('No room'), { messages: { message: 'odd' } }),
    'No room',
  ]) {
    expect(driverTextOf(error)).toBe('No room');
    expect(textOf(driverTextOf(error))).toBe('No room');
  }
});
