import { refusalMessage } from './refusalMessage';

it.each([
  [
    'Backend request failed, 400 Bad Request {"error":{"name":"InputError","message":"The catalog has no such team."},"response":{"statusCode":400}}',
    'The catalog has no such team.',
  ],
  ['Failed to fetch', 'Failed to fetch'],
  ['Unexpected {', 'Unexpected {'],
])('says of %s: %s', (message, words) => {
  expect(refusalMessage(new Error(message))).toBe(words);
});
