import { createHash } from 'node:crypto';
import { blogStyles } from './blogStyles';
import { extensionStyles } from './extensionStyles';
import { layoutStyles } from './layoutStyles';
import { typesetStyles } from './typesetStyles';

/** The stylesheet of every page. Colours come from the reader's variables. */
export const stylesheet = [
  layoutStyles,
  typesetStyles,
  extensionStyles,
  blogStyles,
].join('');

/**
 * Where the stylesheet is published.
 *
 * @remarks
 * The reader lets a linked stylesheet through only under the name that
 * mkdocs-material gives it: `main.<8 hexadecimal digits>.min.css`.
 */
export const stylesheetPath = `assets/stylesheets/main.${createHash('sha256')
  .update(stylesheet)
  .digest('hex')
  .slice(0, 8)}.min.css`;
