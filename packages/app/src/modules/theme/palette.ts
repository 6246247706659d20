/**
 * The colours of Atrium, the single source for both worlds: the Material UI
 * theme reads them here, Backstage UI gets the same values as CSS variables in
 * `tokens.css` (a test holds the two together).
 */
export interface Palette {
  app: string;
  surface: string;
  sunken: string;
  border: string;
  borderStrong: string;
  /** The edge of what can be typed into or pressed: 3:1 on every background. */
  control: string;
  text: string;
  textMuted: string;
  brand: string;
  brandHover: string;
  brandTint: string;
  onBrand: string;
  good: string;
  warning: string;
  bad: string;
  unknown: string;
}

export const lightPalette: Palette = {
  app: '#f7f7f9',
  surface: '#ffffff',
  sunken: '#f1f1f5',
  border: '#e3e3ea',
  borderStrong: '#c9c9d4',
  control: '#838391',
  text: '#1b1b22',
  textMuted: '#5d5d6b',
  brand: '#4c43c4',
  brandHover: '#3d35a8',
  brandTint: '#ecebfb',
  onBrand: '#ffffff',
  good: '#177245',
  warning: '#93580a',
  bad: '#b3261e',
  unknown: '#5d5d6b',
};

export const darkPalette: Palette = {
  app: '#121217',
  surface: '#1a1a21',
  sunken: '#212129',
  border: '#2e2e38',
  borderStrong: '#474755',
  control: '#787888',
  text: '#ececf1',
  textMuted: '#a2a2b0',
  brand: '#a9a3ff',
  brandHover: '#c1bcff',
  brandTint: '#2a2847',
  onBrand: '#16151f',
  good: '#5bc98c',
  warning: '#e3a857',
  bad: '#f2857c',
  unknown: '#a2a2b0',
};
