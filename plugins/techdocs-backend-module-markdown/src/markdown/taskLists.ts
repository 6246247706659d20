import type { MarkdownIt, StateCore, Token } from 'markdown-it';

const MARKER = /^\[([ xX])\][ \t]+/;

function checkboxToken(state: StateCore, isDone: boolean): Token {
  const token = new state.Token('engine_markup', '', 0);
  token.content =
    '<label class="task-list-control">' +
    `<input type="checkbox" disabled${isDone ? ' checked' : ''}>` +
    '<span class="task-list-indicator"></span></label> ';
  return token;
}

function convertTasks(state: StateCore) {
  const result: Token[] = [];
  for (const token of state.tokens) {
    const paragraph = result.at(-1);
    const item = result.at(-2);
    const match =
      token.type === 'inline' &&
      paragraph?.type === 'paragraph_open' &&
      item?.type === 'list_item_open'
        ? MARKER.exec(token.content)
        : null;
    if (item && match) {
      item.attrJoin('class', 'task-list-item');
      token.content = token.content.slice(match[0].length);
      result.push(checkboxToken(state, match[1] !== ' '));
    }
    result.push(token);
  }
  state.tokens = result;
}

/** `- [ ] open` and `- [x] done`, with the markup of `pymdownx.tasklist`. */
export function taskLists(md: MarkdownIt) {
  md.core.ruler.after('block', 'task_lists', convertTasks);
}
