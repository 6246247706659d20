import { parse } from 'yaml';
import { writeYaml } from './writeYaml';

describe('writeYaml', () => {
  it.each([
    ['a separator of lines', 'one\u2028kind: Secret\u2028name: two'],
    ['a separator of paragraphs', 'one\u2029two'],
    ['the next line of YAML 1.1', 'one\u0085two\nthree'],
    ['control characters', 'a\u0000b\u001bc\u007fd\u009fe'],
    ['line ends of Windows', 'one\r\ntwo\r\n'],
    ['a mark of the order of bytes', '\ufeffone'],
  ])('escapes %s', (_, text) => {
    const value = { text: `${text}\n`, [text]: [text], fine: 'one\ntwo\n' };
    const written = writeYaml(value);
    expect(written).not.toMatch(/[^\t\n\u0020-\u007e]/);
    expect(written).toContain('fine: |\n  one\n  two\n');
    expect(parse(written)).toEqual(value);
    expect(parse(written, { version: '1.1' })).toEqual(value);
  });

  it('writes what is no text elsewhere in quotes, and no aliases', () => {
    const shared = { a: 1 };
    expect(
      writeYaml({
        debug: 'on',
        mode: '010',
        at: '08:30:00',
        b: [shared, shared],
      }),
    ).toBe(
      'debug: "on"\nmode: "010"\nat: "08:30:00"\nb:\n  - a: 1\n  - a: 1\n',
    );
  });

  it('leaves letters of all languages as they are', () => {
    expect(writeYaml({ text: 'Grüße 日本 🎉' })).toBe('text: Grüße 日本 🎉\n');
  });
});
