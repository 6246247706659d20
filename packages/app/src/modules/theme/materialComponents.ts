import type { UnifiedThemeOptions } from '@backstage/theme';
import type { Palette } from './palette';

/** Overrides that give Material UI parts the same lines, radii and density as Backstage UI. */
export function materialComponents(options: {
  palette: Palette;
  codeFont: string;
}): UnifiedThemeOptions['components'] {
  const { palette, codeFont } = options;
  const outline = `1px solid ${palette.border}`;
  return {
    MuiCssBaseline: {
      styleOverrides: {
        body: {
          fontSize: '0.875rem',
          lineHeight: 1.43,
          backgroundColor: palette.app,
          scrollbarColor: `${palette.borderStrong} transparent`,
        },
        'code, pre, kbd, samp': { fontFamily: codeFont },
      },
    },
    MuiPaper: {
      styleOverrides: {
        root: { backgroundImage: 'unset' },
        rounded: { borderRadius: 8 },
        elevation1: { boxShadow: 'none', border: outline },
        elevation2: { boxShadow: 'none', border: outline },
      },
    },
    // The bar of the template editor.
    MuiAppBar: {
      styleOverrides: {
        root: {
          boxShadow: 'none',
          border: 'none',
          borderBottom: outline,
          backgroundColor: palette.app,
          color: palette.text,
        },
      },
    },
    MuiCard: { styleOverrides: { root: { boxShadow: 'none' } } },
    MuiCardHeader: {
      styleOverrides: {
        root: { padding: '12px 16px 4px' },
        title: { fontSize: 15, fontWeight: 600 },
        subheader: { fontSize: 13 },
      },
    },
    MuiButton: {
      styleOverrides: {
        root: {
          textTransform: 'none',
          borderRadius: 6,
          fontWeight: 550,
          letterSpacing: 0,
        },
        contained: { boxShadow: 'none', '&:hover': { boxShadow: 'none' } },
        outlined: { borderColor: palette.control },
      },
    },
    MuiTab: {
      styleOverrides: {
        root: {
          textTransform: 'none',
          letterSpacing: 0,
          fontWeight: 500,
          fontSize: 14,
          minHeight: 40,
          minWidth: 0,
          padding: '8px 12px',
          color: palette.textMuted,
          '&:hover': { color: palette.text, background: 'transparent' },
          '@media (min-width: 960px)': { minWidth: 0, fontSize: 14 },
        },
        textColorPrimary: {
          color: palette.textMuted,
          '&.Mui-selected': { color: palette.text },
        },
      },
    },
    MuiTabs: {
      styleOverrides: {
        root: { minHeight: 40 },
        indicator: { backgroundColor: palette.brand, height: 2 },
      },
    },
    MuiTableRow: {
      styleOverrides: {
        root: {
          '&:nth-of-type(odd)': { backgroundColor: 'transparent' },
        },
        head: {
          '&:nth-of-type(odd)': { backgroundColor: palette.sunken },
        },
      },
    },
    MuiTableCell: {
      styleOverrides: {
        root: {
          padding: '10px 16px',
          lineHeight: 1.43,
          borderBottom: outline,
          fontVariantNumeric: 'tabular-nums',
        },
        sizeSmall: { padding: '6px 12px' },
        head: {
          color: palette.textMuted,
          fontSize: 12,
          fontWeight: 550,
          lineHeight: 1.43,
        },
      },
    },
    MuiChip: {
      styleOverrides: {
        root: {
          borderRadius: 4,
          height: 24,
          backgroundColor: palette.sunken,
          border: outline,
          color: palette.text,
        },
        label: { fontSize: 12, fontWeight: 500 },
      },
    },
    MuiOutlinedInput: {
      styleOverrides: {
        root: { borderRadius: 6 },
        notchedOutline: { borderColor: palette.control },
      },
    },
    MuiInput: {
      styleOverrides: {
        underline: { '&:before': { borderBottomColor: palette.control } },
      },
    },
    MuiFilledInput: {
      styleOverrides: {
        underline: { '&:before': { borderBottomColor: palette.control } },
      },
    },
    MuiDialog: {
      styleOverrides: { paper: { borderRadius: 10, border: outline } },
    },
    MuiTooltip: {
      styleOverrides: { tooltip: { fontSize: 12, borderRadius: 4 } },
    },
    BackstageHeader: {
      styleOverrides: {
        header: {
          backgroundImage: 'none',
          backgroundColor: palette.surface,
          boxShadow: 'none',
          borderBottom: outline,
          padding: '16px 24px',
          minHeight: 0,
        },
        title: { color: palette.text, fontSize: 22, fontWeight: 650 },
        subtitle: { color: palette.textMuted, opacity: 1 },
        type: { color: palette.textMuted, opacity: 1 },
        breadcrumb: { color: palette.textMuted },
        breadcrumbType: { color: palette.textMuted },
        breadcrumbTitle: { color: palette.text },
      },
    },
    BackstageHeaderLabel: {
      styleOverrides: {
        label: { color: palette.textMuted },
        value: { color: palette.text },
      },
    },
    BackstageHeaderTabs: {
      styleOverrides: {
        tabsWrapper: {
          backgroundColor: palette.surface,
          borderBottom: outline,
          paddingLeft: 12,
        },
        defaultTab: {
          textTransform: 'none',
          letterSpacing: 0,
          fontSize: 14,
          fontWeight: 500,
          padding: '10px 12px',
        },
      },
    },
    BackstageContent: { styleOverrides: { root: { paddingTop: 20 } } },
    BackstageTableToolbar: {
      styleOverrides: { root: { padding: '8px 8px 4px 16px' } },
    },
    BackstageIconLinkVertical: {
      styleOverrides: {
        label: {
          textTransform: 'none',
          letterSpacing: 0,
          fontSize: 13,
          fontWeight: 500,
        },
      },
    },
    BackstageItemCardHeader: {
      styleOverrides: {
        root: {
          backgroundImage: 'none',
          color: palette.text,
          padding: '16px 16px 4px',
        },
      },
    },
  } as UnifiedThemeOptions['components'];
}
