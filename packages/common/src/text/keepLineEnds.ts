const LINE_END = /\r\n?|\n/g;

/** The lines of a text, however they end. */
export function splitLines(text: string): string[] {
  return text.split(LINE_END);
}

/**
 * Gives a text the line ends of the one it was made from, so that nothing but
 * what somebody wrote is a change: lines before and after it end as they did,
 * and new ones as the first line does.
 *
 * @param written - whose lines may end in any way
 * @param before - what it was made from
 */
export function keepLineEnds(written: string, before: string): string {
  const ends = before.match(LINE_END) ?? [];
  const firstEnd = ends.at(0) ?? '\n';
  const lines = splitLines(written);
  if (ends.every(end => end === firstEnd)) {
    return lines.join(firstEnd);
  }
  const linesBefore = splitLines(before);
  const moved = linesBefore.length - lines.length;
  const shorter = Math.min(lines.length, linesBefore.length);
  let start = 0;
  while (start < shorter && lines[start] === linesBefore[start]) {
    start += 1;
  }
  let end = lines.length;
  while (
    end > start &&
    end + moved > start &&
    lines[end - 1] === linesBefore[end - 1 + moved]
  ) {
    end -= 1;
  }
  return lines
    .map((line, index) => {
      if (index === lines.length - 1) {
        return line;
      }
      const isNew = index >= start && index < end;
      const kept = ends.at(index < start ? index : index + moved);
      return line + (isNew ? firstEnd : kept ?? firstEnd);
    })
    .join('');
}
