import { pageStyles } from './pageStyles';
import { addonStyles } from './addonStyles';
import { printStyles } from './printStyles';
import { textStyles } from './textStyles';

/**
 * The look of a site inside the reader's shadow root, where the app's own
 * stylesheets do not reach but its tokens do. It comes after the stylesheet of
 * the engine and after the stock reader's own rules.
 */
export const readerStyles = [
  pageStyles,
  textStyles,
  addonStyles,
  printStyles,
].join('');
