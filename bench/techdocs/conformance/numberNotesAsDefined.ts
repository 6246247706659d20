import { readFileSync, writeFileSync } from 'node:fs';
import { isMap, isSeq, parseDocument } from 'yaml';

const OPTIONS = { footnotes: { USE_DEFINITION_ORDER: true } };

/**
 * Has footnotes numbered in the order in which they are written, as the
 * Python-Markdown of Debian does, which has no setting for it. Later ones number them
 * as they are referred to.
 *
 * @returns what puts the settings back as they were
 */
export function numberNotesAsDefined(settingsFile: string): () => void {
  const settings = readFileSync(settingsFile, 'utf8');
  const document = parseDocument(settings, { logLevel: 'error' });
  const extensions: unknown = document.get('markdown_extensions');
  if (isMap(extensions)) {
    extensions.set('footnotes', document.createNode(OPTIONS.footnotes));
  } else if (isSeq(extensions)) {
    // The last of two that have one name counts.
    extensions.add(document.createNode(OPTIONS));
  }
  writeFileSync(settingsFile, document.toString());
  return () => writeFileSync(settingsFile, settings);
}
