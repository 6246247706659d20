import path from 'node:path';
import { expandSnippets } from '../markdown/expandSnippets';
import type { EngineLimits } from '../readMarkdownEngineConfig';
import { README_NAMES } from '../site/collectPages';
import { FOLDER_SETTINGS_FILES } from '../site/readFolderSettings';
import { readMkdocsConfig } from '../site/readMkdocsConfig';
import { readSettings, SETTINGS_FILES } from '../site/readSettings';
import { isImagePath, isMarkdownPath } from '../site/SitePage';
import { SnippetFiles } from '../site/SnippetFiles';
import type { SourceFolder } from '../site/SourceFolder';

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Every word that may name an image: one too many costs a build, no more. */
function imagesNamedIn(text: string): string[] {
  return text
    .split(/[\s()<>"',[\]]+/)
    .map(word => decode(word.split(/[?#]/, 1)[0]).replace(/^\//, ''))
    .filter(isImagePath);
}

/** The folder of the documentation, and each in it that leads to one of its files. */
function foldersOf(docsDir: string, files: string[]): string[] {
  const folders = new Set([docsDir]);
  for (const file of files) {
    let folder = path.posix.dirname(file);
    while (!folders.has(folder)) {
      folders.add(folder);
      folder = path.posix.dirname(folder);
    }
  }
  return [...folders];
}

/**
 * The files that a site is made of, wherever they lie in its repository, each once
 * and in the same order each time. Some need not be there.
 */
export function listSources(
  folder: SourceFolder,
  limits: Pick<EngineLimits, 'maxPageBytes'>,
): string[] {
  const config = readMkdocsConfig(folder);
  const { docsDir, blog, snippets } = config;
  const docs = folder.isFolder(docsDir)
    ? folder.listFiles(docsDir).files.map(file => file.path)
    : [];
  const paths = new Set([
    ...SETTINGS_FILES,
    ...(readSettings(folder)?.parents ?? []),
    ...README_NAMES,
    ...docs,
    // Not listed with the others, since a dot begins their names.
    ...foldersOf(docsDir, docs)
      .flatMap(name => FOLDER_SETTINGS_FILES.map(file => `${name}/${file}`))
      .map(file => path.posix.normalize(file)),
    ...(blog ? [path.posix.join(docsDir, blog.authorsFile)] : []),
  ]);
  const files = new SnippetFiles(folder, config, limits);
  for (const sourcePath of [...README_NAMES, ...docs].filter(isMarkdownPath)) {
    const sizeBytes = folder.fileSize(sourcePath);
    if (sizeBytes === undefined || sizeBytes > limits.maxPageBytes) {
      continue;
    }
    const read = (name: string) => {
      const file = files.read({ sourcePath }, name);
      if (file) {
        paths.add(file.path);
      }
      return file?.text;
    };
    const { text } = expandSnippets(
      folder.readText(sourcePath).text.replace(/\r\n?/g, '\n'),
      read,
      snippets,
    );
    if (README_NAMES.includes(sourcePath)) {
      imagesNamedIn(text).forEach(image =>
        paths.add(path.posix.normalize(image)),
      );
    }
  }
  return [...paths];
}
