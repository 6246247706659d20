import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { darkPalette, lightPalette } from './palette';
import type { Palette } from './palette';

const css = readFileSync(join(__dirname, 'tokens.css'), 'utf8');
const controls = readFileSync(join(__dirname, 'controls.css'), 'utf8');

/** The `--atrium-*` values of the block that starts with the selector. */
function tokensOf(selector: string): Record<string, string> {
  const start = css.indexOf(selector);
  const block = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...block.matchAll(/--atrium-([a-z-]+): (#[0-9a-f]{6});/g)].map(match => [
      match[1].replace(/-([a-z])/g, (_, letter) => letter.toUpperCase()),
      match[2],
    ]),
  );
}

function channel(value: number) {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** Relative luminance as WCAG 2.2 defines it, 0 to 1. */
function luminance(colour: string) {
  const [red, green, blue] = [1, 3, 5].map(index =>
    channel(parseInt(colour.slice(index, index + 2), 16)),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string) {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe.each([
  ['light', "[data-theme-mode='light']", lightPalette],
  ['dark', "[data-theme-mode='dark']", darkPalette],
] as const)('the %s theme', (_, selector, palette: Palette) => {
  it('has the same colours in CSS as in Material UI', () => {
    expect(tokensOf(selector)).toEqual(palette);
  });

  it('keeps text readable: a contrast of 4.5 at least (WCAG 1.4.3)', () => {
    const { app, surface, sunken } = palette;
    const texts = [
      palette.text,
      palette.textMuted,
      palette.brand,
      palette.good,
      palette.warning,
      palette.bad,
      palette.unknown,
    ];
    for (const background of [app, surface, sunken]) {
      for (const text of texts) {
        expect(contrast(text, background)).toBeGreaterThanOrEqual(4.5);
      }
    }
    expect(contrast(palette.onBrand, palette.brand)).toBeGreaterThanOrEqual(
      4.5,
    );
    expect(contrast(palette.brand, palette.brandTint)).toBeGreaterThanOrEqual(
      4.5,
    );
  });

  it('has edges of controls that are seen: 3 at least (WCAG 1.4.11)', () => {
    const { app, surface, sunken } = palette;
    for (const background of [app, surface, sunken]) {
      for (const edge of [palette.control, palette.brand, palette.bad]) {
        expect(contrast(edge, background)).toBeGreaterThanOrEqual(3);
      }
    }
    // Buttons that are filled: the way to danger, and what cannot be pressed.
    expect(contrast(surface, palette.bad)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.textMuted, palette.border)).toBeGreaterThanOrEqual(
      4.5,
    );
  });
});

/** The selectors of `controls.css` whose rule has the declaration. */
function controlsWith(declaration: string) {
  return [...controls.matchAll(/([^{}]*)\{([^{}]*)\}/g)]
    .filter(match => match[2].includes(declaration))
    .map(match => match[1])
    .join('\n');
}

it.each([
  'Input',
  'TextArea',
  'PasswordFieldInput',
  'SearchFieldInputWrapper',
  'SelectTrigger',
  'ComboboxInput',
  'DatePickerGroup',
  'DateRangePickerGroup',
  'CheckboxIndicator',
  'ToggleButtonGroup',
])('draws the edge of %s', part => {
  expect(controlsWith('var(--atrium-control)')).toContain(`.bui-${part}`);
});
