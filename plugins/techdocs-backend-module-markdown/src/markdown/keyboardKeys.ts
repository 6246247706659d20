import type { MarkdownIt, StateInline } from 'markdown-it';
import { escapeHtml } from './escapeHtml';

const PATTERN = /\+\+((?:[\w-]+|"[^"\n]+")(?:\+(?:[\w-]+|"[^"\n]+"))*)\+\+/y;

/** Names as pymdownx.keys knows them, with the class and the label they get. */
const KEYS: Record<string, [className: string, label: string]> = {
  alt: ['alt', 'Alt'],
  'arrow-down': ['arrow-down', 'Down'],
  'arrow-left': ['arrow-left', 'Left'],
  'arrow-right': ['arrow-right', 'Right'],
  'arrow-up': ['arrow-up', 'Up'],
  backspace: ['backspace', 'Backspace'],
  'caps-lock': ['caps-lock', 'Caps Lock'],
  cmd: ['command', 'Cmd'],
  command: ['command', 'Cmd'],
  control: ['control', 'Ctrl'],
  ctrl: ['control', 'Ctrl'],
  del: ['delete', 'Del'],
  delete: ['delete', 'Del'],
  down: ['arrow-down', 'Down'],
  end: ['end', 'End'],
  enter: ['enter', 'Enter'],
  esc: ['escape', 'Esc'],
  escape: ['escape', 'Esc'],
  home: ['home', 'Home'],
  ins: ['insert', 'Ins'],
  insert: ['insert', 'Ins'],
  left: ['arrow-left', 'Left'],
  meta: ['meta', 'Meta'],
  opt: ['option', 'Option'],
  option: ['option', 'Option'],
  'page-down': ['page-down', 'Page Down'],
  'page-up': ['page-up', 'Page Up'],
  plus: ['plus', '+'],
  'print-screen': ['print-screen', 'Print Screen'],
  return: ['enter', 'Enter'],
  right: ['arrow-right', 'Right'],
  shift: ['shift', 'Shift'],
  slash: ['slash', '/'],
  space: ['space', 'Space'],
  super: ['super', 'Super'],
  tab: ['tab', 'Tab'],
  up: ['arrow-up', 'Up'],
  win: ['windows', 'Win'],
  windows: ['windows', 'Win'],
};

function renderKey(name: string): string {
  if (name.startsWith('"')) {
    return `<kbd>${escapeHtml(name.slice(1, -1))}</kbd>`;
  }
  const id = name.toLowerCase();
  const [className, label] = KEYS[id] ?? [
    id,
    // Single letters and function keys carry themselves.
    id.length === 1 || /^f\d+$/.test(id) ? id.toUpperCase() : name,
  ];
  return `<kbd class="key-${escapeHtml(className)}">${escapeHtml(label)}</kbd>`;
}

function keys(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x2b) {
    return false;
  }
  PATTERN.lastIndex = state.pos;
  const match = PATTERN.exec(state.src);
  if (!match) {
    return false;
  }
  if (!silent) {
    const token = state.push('keys', 'span', 0);
    token.content = match[1];
  }
  state.pos += match[0].length;
  return true;
}

/** `++ctrl+alt+del++`: keys of a keyboard. */
export function keyboardKeys(md: MarkdownIt) {
  md.inline.ruler.before('emphasis', 'keys', keys);
  md.renderer.rules.keys = (tokens, index) => {
    const names = tokens[index].content.match(/[\w-]+|"[^"\n]+"/g) ?? [];
    return `<span class="keys">${names
      .map(renderKey)
      .join('<span>+</span>')}</span>`;
  };
}
