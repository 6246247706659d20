/**
 * Design tokens for code that cannot read CSS, such as e-mail and charts.
 * Everything else uses the custom properties in styles.css, which hold the
 * same values.
 */
export const tokens = {
  color: {
    text: '#1c1b22',
    textMuted: '#5b5966',
    surface: '#ffffff',
    border: '#d9d7e0',
    brand: '#0b5d4e',
    onBrand: '#ffffff',
    good: '#1a7f4b',
    warning: '#8a5a00',
    bad: '#b3261e',
  },
  space: { xs: 4, sm: 8, md: 16, lg: 24, xl: 40 },
  radius: { control: 6, card: 12 },
  fontFamily: "'Figtree Variable', system-ui, sans-serif",
} as const;
