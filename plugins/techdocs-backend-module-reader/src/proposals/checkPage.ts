import type { TextProblem } from '@atrium/common';

/** What is wrong with the text of a page. */
export function checkPage(content: string): TextProblem[] {
  if (content.trim() === '') {
    return [{ message: 'A page has to say something', line: 1 }];
  }
  const lines = content.split('\n');
  // Not shown by any editor, and git takes the file for a binary one.
  const line = lines.findIndex(text => /[^\P{Cc}\t\r]/u.test(text));
  return line === -1
    ? []
    : [
        {
          message: 'This line holds a control character',
          line: line + 1,
          column: lines[line].search(/[^\P{Cc}\t\r]/u) + 1,
        },
      ];
}
