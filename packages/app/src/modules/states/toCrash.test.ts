import { toCrash } from './toCrash';

function named(name: string, message = 'Request failed') {
  return Object.assign(new Error(message), { name });
}

it.each([
  [named('ChunkLoadError'), 'outdated'],
  [new Error('error loading dynamically imported module: /a.js'), 'outdated'],
  [new TypeError('Failed to fetch'), 'unreachable'],
  [new TypeError('NetworkError when attempting to fetch'), 'unreachable'],
  [named('AuthenticationError'), 'signed-out'],
  [Object.assign(new Error('No'), { statusCode: 401 }), 'signed-out'],
  [named('NotAllowedError'), 'forbidden'],
  [Object.assign(new Error('No'), { statusCode: 403 }), 'forbidden'],
  [new TypeError("can't access property of undefined"), 'failed'],
])('knows the cause of %s', (error, cause) => {
  expect(toCrash(error).cause).toBe(cause);
});

it('gives the words of the backend for a refusal', () => {
  const cause = new Error('Only Payments can see this; ask #payments');
  const refusal = Object.assign(new Error('403', { cause }), {
    statusCode: 403,
  });
  expect(toCrash(refusal).text).toBe(
    'Only Payments can see this; ask #payments',
  );
});
