import { createHash } from 'node:crypto';
import { hashJson } from './hashJson';

const sha256 = (text: string) =>
  createHash('sha256').update(text).digest('hex');

describe('hashJson', () => {
  it('does not depend on the order of keys, at any depth', () => {
    expect(hashJson({ b: [{ d: 1, c: 'é' }, null], a: true })).toBe(
      sha256('{"a":true,"b":[{"c":"é","d":1},null]}'),
    );
  });

  it('takes what is undefined for what is not there', () => {
    expect(hashJson({ a: undefined, b: 1 })).toBe(sha256('{"b":1}'));
  });

  it('tells a number from its text, and one order of a list from another', () => {
    expect(hashJson({ a: 1 })).not.toBe(hashJson({ a: '1' }));
    expect(hashJson([1, 2])).not.toBe(hashJson([2, 1]));
  });
});
