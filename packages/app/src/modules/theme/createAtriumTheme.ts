import {
  createBaseThemeOptions,
  createUnifiedTheme,
  genPageTheme,
  palettes,
} from '@backstage/theme';
import { codeFont, textFont } from './fonts';
import { materialComponents } from './materialComponents';
import type { Palette } from './palette';

/** The Material UI theme that brings the stock plugins' pages in line. */
export function createAtriumTheme(mode: 'light' | 'dark', palette: Palette) {
  const page = genPageTheme({
    colors: [palette.surface, palette.surface],
    shape: 'none',
    options: { fontColor: palette.text },
  });
  return createUnifiedTheme({
    ...createBaseThemeOptions({
      palette: {
        ...palettes[mode],
        mode,
        type: mode,
        primary: { main: palette.brand, contrastText: palette.onBrand },
        secondary: { main: palette.brand, contrastText: palette.onBrand },
        success: { main: palette.good },
        warning: { main: palette.warning },
        error: { main: palette.bad },
        info: { main: palette.brand },
        background: { default: palette.app, paper: palette.surface },
        text: { primary: palette.text, secondary: palette.textMuted },
        divider: palette.border,
        border: palette.border,
        link: palette.brand,
        linkHover: palette.brandHover,
        textSubtle: palette.textMuted,
        textVerySubtle: palette.borderStrong,
        highlight: palette.brandTint,
        gold: palette.warning,
        status: {
          ok: palette.good,
          warning: palette.warning,
          error: palette.bad,
          running: palette.brand,
          pending: palette.warning,
          aborted: palette.unknown,
        },
        navigation: {
          background: palette.sunken,
          indicator: palette.brand,
          color: palette.textMuted,
          selectedColor: palette.text,
          navItem: { hoverBackground: palette.border },
          submenu: { background: palette.surface },
        },
        banner: {
          ...palettes[mode].banner,
          info: palette.brandTint,
          text: palette.text,
          link: palette.brand,
          error: palette.bad,
        },
      },
      fontFamily: textFont,
      typography: {
        htmlFontSize: 16,
        fontFamily: textFont,
        h1: { fontSize: 28, fontWeight: 650, marginBottom: 8 },
        h2: { fontSize: 22, fontWeight: 650, marginBottom: 8 },
        h3: { fontSize: 18, fontWeight: 650, marginBottom: 6 },
        h4: { fontSize: 16, fontWeight: 650, marginBottom: 6 },
        h5: { fontSize: 15, fontWeight: 600, marginBottom: 4 },
        h6: { fontSize: 14, fontWeight: 600, marginBottom: 4 },
      },
    }),
    defaultPageTheme: 'home',
    // Pages do not differ by colour: a colour always means something here.
    pageTheme: Object.fromEntries(
      [
        'home',
        'documentation',
        'tool',
        'service',
        'website',
        'library',
        'other',
        'app',
        'apis',
        'card',
      ].map(id => [id, page]),
    ),
    components: materialComponents({ palette, codeFont }),
  });
}
