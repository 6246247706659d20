import type { ThemeMode } from '../useThemeMode';

/** The app's own colours and font, in the words of Mermaid's `base` theme. */
export function diagramTheme(mode: ThemeMode) {
  const style = getComputedStyle(document.body);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const text = token('--atrium-text');
  const muted = token('--atrium-text-muted');
  const brand = token('--atrium-brand');
  const surface = token('--atrium-surface');
  const sunken = token('--atrium-sunken');
  const border = token('--atrium-border-strong');
  const fontFamily = token('--bui-font-regular');
  return {
    fontFamily,
    themeVariables: {
      darkMode: mode === 'dark',
      fontFamily,
      fontSize: '14px',
      useGradient: false,
      dropShadow: 'none',
      background: surface,
      primaryColor: token('--atrium-brand-tint'),
      primaryTextColor: text,
      primaryBorderColor: brand,
      secondaryColor: sunken,
      secondaryTextColor: text,
      secondaryBorderColor: border,
      tertiaryColor: surface,
      tertiaryTextColor: text,
      tertiaryBorderColor: border,
      lineColor: muted,
      textColor: text,
      titleColor: text,
      clusterBkg: sunken,
      clusterBorder: border,
      edgeLabelBackground: surface,
      labelBackgroundColor: surface,
      noteBkgColor: sunken,
      noteTextColor: text,
      noteBorderColor: border,
      actorLineColor: border,
      signalColor: muted,
      signalTextColor: text,
      labelTextColor: text,
      loopTextColor: text,
      activationBkgColor: sunken,
      activationBorderColor: muted,
      sequenceNumberColor: surface,
      transitionLabelColor: text,
      errorBkgColor: surface,
      errorTextColor: token('--atrium-bad'),
    },
  };
}
