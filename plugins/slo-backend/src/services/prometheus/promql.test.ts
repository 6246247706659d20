import { addMatcher, decimalOf, selectorOf } from './promql';

describe('selectorOf', () => {
  it.each([
    ['requests', 'requests'],
    [' job:requests:total ', 'job:requests:total'],
    ['requests{}', 'requests{}'],
    ['requests{job="a"}', 'requests{job="a"}'],
    [
      'requests { job=~"a|b" , code!~"5..", }',
      'requests { job=~"a|b" , code!~"5..", }',
    ],
    [
      '{__name__="requests",path!=\'/"}\'}',
      '{__name__="requests",path!=\'/"}\'}',
    ],
    ['{path=`\\d{2}`}', '{path=`\\d{2}`}'],
    ['requests{path="\\"}"}', 'requests{path="\\"}"}'],
    ['sum(requests{job="a"})', 'requests{job="a"}'],
    ['sum ( requests )', 'requests'],
  ])('finds that of %s', (query, selector) => {
    expect(selectorOf(query)).toBe(selector);
  });

  it.each([
    'rate(requests[5m])',
    'requests[5m]',
    'requests offset 5m',
    'a + b',
    'sum(a) / sum(b)',
    'sum by (job) (requests)',
    'sum(requests) by (job)',
    'max(requests)',
    'requests{job="a"',
    'requests{job=a}',
    'requests{job="a"} # total',
    '',
    '5',
  ])('finds none in %p', query => {
    expect(selectorOf(query)).toBeUndefined();
  });

  it('answers at once, whatever the query', () => {
    const before = process.threadCpuUsage();
    for (const query of [
      `{a="b"${' '.repeat(9_900)}`,
      `{${'a="b",'.repeat(1_600)}`,
      `sum(${' '.repeat(9_900)}`,
      `a{a="${'\\'.repeat(9_900)}`,
      `${'a'.repeat(9_900)}!`,
      'a'.repeat(1_000_000),
    ]) {
      expect(selectorOf(query)).toBeUndefined();
    }
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(500);
  });
});

describe('decimalOf', () => {
  it.each([
    [0, '0'],
    [1, '0.000000001'],
    [1_000_000, '0.001'],
    [999_500_000, '0.9995'],
    [1_000_000_000, '1'],
  ])('writes %p as %s', (partsPerBillion, decimal) => {
    expect(decimalOf(partsPerBillion)).toBe(decimal);
  });
});

describe('addMatcher', () => {
  it.each([
    ['requests', 'requests{service="cart"}'],
    ['requests{}', 'requests{service="cart"}'],
    ['requests{code="200"}', 'requests{code="200",service="cart"}'],
    ['requests{code="200", }', 'requests{code="200",service="cart"}'],
    ['{path="}"}', '{path="}",service="cart"}'],
  ])('narrows %s', (selector, narrowed) => {
    expect(addMatcher(selector, 'service', 'cart')).toBe(narrowed);
  });
});
