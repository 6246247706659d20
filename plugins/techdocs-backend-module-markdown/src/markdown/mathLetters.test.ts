import { renderFormula } from './math';

// From the chart "Mathematical Alphanumeric Symbols" of Unicode.
it.each([
  ['\\mathbf{v}', '<mi>𝐯</mi>'],
  ['\\mathbf{12}', '<mn>𝟏𝟐</mn>'],
  ['\\mathbb{R}', '<mi>ℝ</mi>'],
  ['\\mathbb{A}', '<mi>𝔸</mi>'],
  ['\\mathcal{L}', '<mi>ℒ</mi>'],
  ['\\mathcal{A}', '<mi>𝒜</mi>'],
  ['\\mathfrak{g}', '<mi>𝔤</mi>'],
  ['\\mathfrak{Z}', '<mi>ℨ</mi>'],
  ['\\mathsf{A}', '<mi>𝖠</mi>'],
  ['\\mathtt{a}', '<mi>𝚊</mi>'],
  ['\\boldsymbol{\\alpha}', '<mi>𝜶</mi>'],
  ['\\boldsymbol{\\Omega}', '<mi>𝛀</mi>'],
  ['\\mathrm{d}', '<mi mathvariant="normal">d</mi>'],
  ['x', '<mi>x</mi>'],
])('shows %s as %s', (tex, expected) => {
  expect(renderFormula(tex, false)).toContain(expected);
});
