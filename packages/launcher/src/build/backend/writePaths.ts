import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';

const DIRECTIVES =
  /^(?:#!.*|\s|\/\*[\s\S]*?\*\/|\/\/.*)*(?:(['"])use strict\1)?/;

/** Lets code that is bundled know where its file is. */
export function writePaths(code: string, file: string): string {
  const own = code.replace(
    /\bimport\.meta\.(url|filename|dirname)\b/g,
    (_match, name) =>
      JSON.stringify(
        {
          url: pathToFileURL(file).href,
          filename: file,
          dirname: dirname(file),
        }[name as 'url' | 'filename' | 'dirname'],
      ),
  );
  if (
    !/\b__(?:file|dir)name\b/.test(own) ||
    /^\s*(?:const|let|var)\s+\{?\s*__(?:file|dir)name\b/m.test(own)
  ) {
    return own;
  }
  const [head] = DIRECTIVES.exec(own) ?? [''];
  return `${head};var __filename = ${JSON.stringify(
    file,
  )}, __dirname = ${JSON.stringify(dirname(file))};${own
    .slice(head.length)
    .replace(/^;/, '')}`;
}
