import { parseScorecards } from '@atrium/plugin-scorecard-common';

/** A document of a file, and which it is. */
export interface ScorecardDocument {
  name: string;
  title: string;
  /** Its own text. */
  content: string;
  /** Where it begins in the file, counted from 1. */
  line: number;
}

const SEPARATOR = /^---(?:\s.*)?$/;

/**
 * The document of a file that describes a scorecard; without a name, the last
 * one. Undefined where it is not there, or not valid.
 */
export function documentOf(
  text: string,
  name: string | undefined,
): ScorecardDocument | undefined {
  const { scorecards } = parseScorecards(text, '');
  const found =
    name === undefined
      ? scorecards.at(-1)
      : scorecards.find(({ definition }) => definition.metadata.name === name);
  if (!found) {
    return undefined;
  }
  const { metadata } = found.definition;
  const { line } = found.locate(['apiVersion']);
  const lines = text.split('\n');
  const { from, to } = rangeOf(lines, line);
  return {
    name: metadata.name,
    title: metadata.title ?? metadata.name,
    content: lines.slice(from, to).join('\n'),
    line,
  };
}

/** Puts a document in the place of the one of that name, or at the end. */
export function putDocument(
  text: string,
  { name, content }: Pick<ScorecardDocument, 'name' | 'content'>,
): string {
  const there = documentOf(text, name);
  if (!there) {
    return addDocument(text, content);
  }
  const lines = text.split('\n');
  const { from, to } = rangeOf(lines, there.line);
  return [...lines.slice(0, from), content, ...lines.slice(to)].join('\n');
}

/** Adds a document to a file that has some. */
export function addDocument(text: string, document: string): string {
  return text.trim() === ''
    ? document
    : `${text.replace(/\n*$/, '\n')}---\n${document}`;
}

/** From the separator before a line to the one after it, counted from 0. */
function rangeOf(lines: string[], line: number) {
  const after = lines.findIndex(
    (one, index) => index >= line && isSeparator(one),
  );
  return {
    from: lines.slice(0, line - 1).findLastIndex(isSeparator) + 1,
    to: after === -1 ? lines.length : after,
  };
}

function isSeparator(line: string): boolean {
  return SEPARATOR.test(line);
}
