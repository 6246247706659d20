import { toCsv } from './toCsv';

describe('toCsv', () => {
  it('quotes what CSV would read otherwise, and leaves out what is missing', () => {
    expect(
      toCsv([
        ['Name', 'Seconds'],
        ['say "hi", twice', -1.5],
        ['two\nlines', undefined],
      ]),
    ).toBe('Name,Seconds\r\n"say ""hi"", twice",-1.5\r\n"two\nlines",\r\n');
  });

  it('leaves numbers that are written as text as they are', () => {
    expect(toCsv([['-12.30', '-1+2']])).toBe("-12.30,'-1+2\r\n");
  });

  it('keeps spreadsheets from running what others wrote', () => {
    expect(toCsv([['=HYPERLINK("x")', '@a', '-b', '+c']])).toBe(
      `"'=HYPERLINK(""x"")",'@a,'-b,'+c\r\n`,
    );
  });
});
