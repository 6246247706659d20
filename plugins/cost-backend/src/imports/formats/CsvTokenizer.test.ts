import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { toCsv } from '../__testUtils__/focusCsv';
import { CsvTokenizer } from './CsvTokenizer';

function tokenize(pieces: readonly string[]): string[][] {
  const tokenizer = new CsvTokenizer();
  const records = pieces.flatMap(piece => tokenizer.push(piece));
  return [...records, ...tokenizer.finish()];
}

const values = fc.string({
  unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'ß', '🙂'),
  maxLength: 6,
});

it('takes records apart like csv-parse, wherever the pieces end', () => {
  fc.assert(
    fc.property(
      // A record of one empty value is an empty line, which is none.
      fc.array(fc.array(values, { minLength: 2, maxLength: 4 })),
      fc.array(fc.nat({ max: 200 })),
      (records, cuts) => {
        const text = toCsv(records);
        const sorted = [0, ...cuts, text.length]
          .map(cut => Math.min(cut, text.length))
          .toSorted((one, other) => one - other);
        const pieces = sorted
          .slice(1)
          .map((end, index) => text.slice(sorted[index], end));
        expect(tokenize(pieces)).toEqual(records);
        expect(tokenize(pieces)).toEqual(
          parse(text, { relax_column_count: true }),
        );
      },
    ),
    { numRuns: 500 },
  );
});

it.each([
  [
    'lines that end by CR LF',
    'a,b\r\n"c","d"\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a last line without an end',
    'a,b\n1,"2"',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  ['empty lines', 'a\n\n\r\nb\n', [['a'], ['b']]],
  ['values that are empty', ',"",\n', [['', '', '']]],
])('reads %s', (_what, text, expected) => {
  expect(tokenize([text])).toEqual(expected);
  expect(tokenize([...text])).toEqual(expected);
});

it.each(['a"b,c\n', '"a"b,c\n', '"a\nb', '"a" ,b\n'])(
  'does not guess what %j means',
  text => {
    expect(() => tokenize([text])).toThrow('Quotes are not in pairs');
  },
);
