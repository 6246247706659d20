import type { MarkdownIt, StateInline } from 'markdown-it';
import { applyAttributes, parseAttributeList } from './attributeLists';
import { escapeHtml } from './escapeHtml';
import { PageContext } from './PageContext';

const PATTERN =
  /\[=+\s*(?:(100(?:\.0+)?|[1-9]?\d(?:\.\d+)?)%|(\d+(?:\.\d+)?)\s*\/\s*(\d+(?:\.\d+)?))(?:\s+(?:"([^"\n]*)"|'([^'\n]*)'))?\s*\](?:\{:?([^}\n]*)\})?/y;

const LEVEL_STEP = 20;

function percentOf(
  percent: string | undefined,
  part: string | undefined,
  whole: string | undefined,
): number {
  if (percent !== undefined) {
    return Number(percent);
  }
  const total = Number(whole);
  return total === 0 ? 0 : Math.min(100, (100 * Number(part)) / total);
}

function progressBar(state: StateInline, silent: boolean): boolean {
  PATTERN.lastIndex = state.pos;
  const isStart = state.src.startsWith('[=', state.pos);
  const match =
    isStart && PageContext.of(state.env).options.dialect.hasProgressBars
      ? PATTERN.exec(state.src)
      : null;
  if (!match) {
    return false;
  }
  if (!silent) {
    const [, percent, part, whole, double, single, list] = match;
    const value = percentOf(percent, part, whole);
    const level = value - (value % LEVEL_STEP);
    const token = state.push('progress_bar', 'div', 0);
    token.attrSet('class', `progress progress-${level}plus`);
    token.content = double ?? single ?? '';
    token.meta = { value };
    applyAttributes(token, parseAttributeList(list ?? '') ?? []);
  }
  state.pos += match[0].length;
  return true;
}

/** `[=45% "45%"]`, as `pymdownx.progressbar` draws it. */
export function progressBars(md: MarkdownIt) {
  md.inline.ruler.before('link', 'progress_bar', progressBar);
  md.renderer.rules.progress_bar = (tokens, index, _options, env) => {
    const token = tokens[index];
    const width = Number(token.meta?.value).toFixed(2);
    const attributes = md.renderer.renderAttrs(token);
    return PageContext.of(env).slot(
      `<div${attributes}><div class="progress-bar" style="width:${width}%"><p class="progress-label">${escapeHtml(
        token.content,
      )}</p></div></div>`,
    );
  };
}
