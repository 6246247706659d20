// What is seen before the app is there is in the theme that it will have. The app
// keeps which one somebody has chosen, and goes on from this one.
{
  const chosen = window.localStorage.getItem('theme');
  const isDark = chosen
    ? chosen === 'dark'
    : window.matchMedia('(prefers-color-scheme: dark)').matches;
  document.body.dataset.themeMode = isDark ? 'dark' : 'light';
}
