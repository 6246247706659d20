import { keepLineEnds, splitLines } from '@atrium/common';

/** A text before and after somebody else changed it. */
interface OtherChange {
  before: string;
  after: string;
}

/**
 * Puts what somebody wrote on top of what somebody else changed meanwhile, by
 * lines: both changes where they are apart, and one's own where they are not.
 * How lines end is no change of one's own.
 *
 * @param own - one's own text, made from `before`
 */
export function rebaseText(
  own: string,
  { before, after }: OtherChange,
): string {
  const base = splitLines(before);
  const mine = changeOf(base, splitLines(own));
  const theirs = changeOf(base, splitLines(after));
  const [first, second] =
    mine.start <= theirs.start ? [mine, theirs] : [theirs, mine];
  const areApart = first.end <= second.start && first.start !== second.start;
  const rebased = areApart
    ? [
        ...base.slice(0, first.start),
        ...first.lines,
        ...base.slice(first.end, second.start),
        ...second.lines,
        ...base.slice(second.end),
      ].join('\n')
    : own;
  return keepLineEnds(rebased, after);
}

/** The lines `start` to `end` of the base, and what stands there now. */
function changeOf(base: string[], changed: string[]) {
  const shorter = Math.min(base.length, changed.length);
  let start = 0;
  while (start < shorter && base[start] === changed[start]) {
    start += 1;
  }
  let kept = 0;
  while (
    kept < shorter - start &&
    base[base.length - 1 - kept] === changed[changed.length - 1 - kept]
  ) {
    kept += 1;
  }
  return {
    start,
    end: base.length - kept,
    lines: changed.slice(start, changed.length - kept),
  };
}
