import assert from 'node:assert/strict';
import { it } from 'node:test';
import { drawFormulas } from './drawFormulas.ts';

const render = (tex: string, isBlock: boolean) => {
  if (tex.includes('bad')) {
    throw new Error('Not TeX');
  }
  return `[${isBlock ? 'block' : 'inline'} ${tex}]`;
};

it('draws formulas in and between paragraphs, and keeps what is none', () => {
  assert.equal(
    drawFormulas(
      '<p>A <span class="arithmatex">\\(a &lt; b\\)</span>.</p><div class="arithmatex">\n\\[\nx\n\\]</div><span class="arithmatex">\\(bad\\)</span>',
      render,
    ),
    '<p>A [inline a < b].</p>[block \nx\n]<span class="arithmatex">\\(bad\\)</span>',
  );
});
