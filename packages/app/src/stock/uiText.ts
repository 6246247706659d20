let writeText = (english: string) => english;

/** Says how texts are written from now on. */
export function connectUiTexts(write: (english: string) => string): void {
  writeText = write;
}

/**
 * A text of a stock component in the language of the page.
 *
 * @remarks The bundler puts calls into the components. So this file imports nothing:
 * the texts of the app need those components themselves.
 */
export function uiText(english: string): string {
  return writeText(english);
}
