import { renderFragment } from '../__testUtils__/renderFragment';

it.each([
  ['', 0],
  ['Deploy the API, then wait 5 minutes.', 7],
  ["Don't, don’t and e-mail v1.2.3 are one word each - see", 10],
  ['“Quoted” – with dashes — and an ellipsis…', 6],
  ['A naïve Überprüfung', 3],
  ['Привет, мир', 2],
  // Each character of a script without spaces counts.
  ['部署 the API', 4],
])('counts the words of %j', (text, count) => {
  expect(renderFragment(text).wordCount).toBe(count);
});
