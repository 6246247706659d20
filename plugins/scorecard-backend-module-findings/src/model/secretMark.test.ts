import { secretMarkOf } from './secretMark';

const markOf = (content: string, parts: object = {}) =>
  secretMarkOf({ ruleId: 'api-key', file: 'app.env', content, ...parts });

describe('secretMarkOf', () => {
  it('tells secrets of a file apart, however they are indented', () => {
    expect(markOf('KEY=first')?.value).toBe(markOf('  KEY=first\n')?.value);
    expect(markOf('KEY=first')?.value).not.toBe(markOf('KEY=second')?.value);
    expect(markOf('KEY=first')?.value).not.toBe(
      markOf('KEY=first', { file: 'other.env' })?.value,
    );
  });

  it('tells the same secret in another file only where all of it is shown', () => {
    const other = { file: 'other.env' };
    expect(markOf('hunter2')?.anywhere).toBeDefined();
    expect(markOf('hunter2', other)?.anywhere).toBe(
      markOf('hunter2')?.anywhere,
    );
    expect(markOf('hunter3')?.anywhere).not.toBe(markOf('hunter2')?.anywhere);
    expect(markOf('hun...')?.anywhere).toBeUndefined();
  });

  it.each([
    ['the text of a secret', 'hunter2', true],
    ['the start of it, by gitleaks', 'hun...', false],
    ['its line, by Trivy', 'PASSWORD=*******', false],
  ])('says of %s whether another may look the same', (_what, text, isExact) => {
    expect(markOf(text)?.isExact).toBe(isExact);
  });

  it.each(['', 'REDACTED', '*******', 'requires login'])(
    'has nothing to tell a secret by in %j',
    text => expect(markOf(text)).toBeUndefined(),
  );

  it('takes what the tool tells it by first', () => {
    expect(markOf('REDACTED', { toolFingerprint: 'id=7' })).toEqual(
      markOf('hunter2', { toolFingerprint: 'id=7' }),
    );
  });

  it('has 2^20 values for a rule and a file, too few to find a password by', () => {
    // With so few values and so many texts, some of them have to be the same.
    const marks = new Set(
      Array.from({ length: 5_000 }, (_, index) => markOf(`${index}`)?.value),
    );
    expect(marks.size).toBeLessThan(5_000);
    expect(marks.size).toBeGreaterThan(4_900);
  });
});
