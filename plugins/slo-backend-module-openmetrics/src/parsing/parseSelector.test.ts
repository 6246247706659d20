import { parseSelector } from './parseSelector';

function matches(query: string, labels: Record<string, string>) {
  const selector = parseSelector(query);
  return 'problem' in selector ? selector.problem : selector.matches(labels);
}

describe('parseSelector', () => {
  it.each([
    ['up', {}, true],
    ['up{code="200"}', { code: '200' }, true],
    ['up{code="200"}', { code: '201' }, false],
    ['up{code!~"5.."}', { code: '502' }, false],
    ['up{code!~"5.."}', { code: '200' }, true],
    // A pattern matches a whole value, and a missing label is an empty one.
    ['up{code=~"50"}', { code: '502' }, false],
    ['up{code=~"40.|50."}', { code: '502' }, true],
    ['up{code=""}', {}, true],
    ['up{code!=""}', {}, false],
    ['up{route="/a/{b}", method!="GET",}', { route: '/a/{b}' }, true],
    ['up{path="a\\"b\\\\c\\nd"}', { path: 'a"b\\c\nd' }, true],
    ['up{path=~"a.b"}', { path: 'a\nb' }, true],
    // Exponential for engines that go back.
    ['up{path=~"(a+)+"}', { path: `${'a'.repeat(5_000)}!` }, false],
  ])('%s of %j: %s', (query, labels, expected) => {
    expect(matches(query, labels)).toBe(expected);
  });

  it.each([
    ['sum(up)', /is 'sum\(up\)', which is not a selector/],
    ['{code="200"}', /is not a selector/],
    ['up{code=200}', /has 'code=200', which is not a list/],
    ['up{code="200" method="GET"}', /is not a list/],
    [`up{${'a="b",'.repeat(21)}}`, /at most 20 matchers/],
    [
      'up{code=~"("}',
      /has '\(', which is not a regular expression that RE2 knows/,
    ],
    ['up{code=~"(?=5)"}', /RE2/],
    [`up{code=~"${'a'.repeat(501)}"}`, /more than 500 characters/],
  ])('says what is wrong with %s', (query, message) => {
    expect(matches(query, {})).toMatch(message);
  });
});
