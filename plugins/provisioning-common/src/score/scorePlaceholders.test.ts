import { parseScoreText, type ScoreTextPart } from './scorePlaceholders';

const text = (written: string): ScoreTextPart => ({
  kind: 'text',
  text: written,
});
const reference = (...path: string[]): ScoreTextPart => ({
  kind: 'reference',
  path,
});

describe('parseScoreText', () => {
  // As score-go has it (framework/substitution_test.go).
  it.each<[string, ScoreTextPart[]]>([
    ['', []],
    ['plain', [text('plain')]],
    ['${metadata.name}', [reference('metadata', 'name')]],
    [
      'a ${resources.db.host}:${resources.db.port} z',
      [
        text('a '),
        reference('resources', 'db', 'host'),
        text(':'),
        reference('resources', 'db', 'port'),
        text(' z'),
      ],
    ],
    ['$abc', [text('$abc')]],
    ['abc $$ abc', [text('abc $ abc')]],
    ['$${abc}', [text('${abc}')]],
    ['$$${abc}', [text('$'), reference('abc')]],
    ['$$$$', [text('$$')]],
    ['${a\\.b.c}', [reference('a.b', 'c')]],
    ['${open', [text('${open')]],
  ])('takes %j apart', (written, parts) => {
    expect(parseScoreText(written)).toEqual(parts);
  });
});
