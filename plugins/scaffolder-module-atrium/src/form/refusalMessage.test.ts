import { refusalMessage } from './refusalMessage';

it.each([
  [
    'Backend request failed, 400 Bad Request {"error":{"name":"InputError","message":"The catalog has no such team."},"response":{"statusCode":400}}',
    'The catalog has no such team.',
  ],
  [
    'Failed to fetch',
    'Atrium did not answer. Check your network or VPN, then try again.',
  ],
  ['Unexpected {', 'Unexpected {'],
])('says of %s: %s', (message, words) => {
  expect(refusalMessage(new Error(message))).toBe(words);
});
