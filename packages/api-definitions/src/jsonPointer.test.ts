import { formatPointer, parsePointer, valueAt } from './jsonPointer';

/** The examples of RFC 6901, sections 5 and 6: as text, as fragment, the value. */
const document = {
  foo: ['bar', 'baz'],
  '': 0,
  'a/b': 1,
  'c%d': 2,
  'e^f': 3,
  'g|h': 4,
  'i\\j': 5,
  'k"l': 6,
  ' ': 7,
  'm~n': 8,
};

describe('JSON pointers', () => {
  it.each([
    ['#', document],
    ['#/foo', ['bar', 'baz']],
    ['#/foo/0', 'bar'],
    ['#/', 0],
    ['#/a~1b', 1],
    ['#/c%25d', 2],
    ['#/e%5Ef', 3],
    ['#/g%7Ch', 4],
    ['#/i%5Cj', 5],
    ['#/k%22l', 6],
    ['#/%20', 7],
    ['#/m~0n', 8],
  ])('%s is %j', (pointer, value) => {
    expect(valueAt(document, parsePointer(pointer))).toEqual(value);
  });

  it('are written with what they need escaped', () => {
    expect(formatPointer(['a/b', 'm~n', ''])).toBe('/a~1b/m~0n/');
    expect(parsePointer('/a~1b/m~0n/')).toEqual(['a/b', 'm~n', '']);
    expect(parsePointer('#/~01')).toEqual(['~1']);
    expect(parsePointer('#/100%')).toEqual(['100%']);
  });

  it.each([
    '#/constructor',
    '#/foo/length2',
    '#/foo/2',
    '#/ /x',
    '#/__proto__',
  ])('%s leads to nothing', pointer => {
    expect(valueAt(document, parsePointer(pointer))).toBeUndefined();
  });
});
