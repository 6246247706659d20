import { isMap, LineCounter, parseAllDocuments } from 'yaml';

/** What is wrong with a file of entities, each line as `file:line: message`. */
export function validateCatalogInfo(file: string, content: string): string[] {
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(content, { lineCounter });
  const problems: string[] = [];
  const report = (offset: number, message: string) =>
    problems.push(`${file}:${lineCounter.linePos(offset).line}: ${message}`);

  let count = 0;
  for (const document of documents) {
    for (const error of document.errors) {
      report(error.pos[0], error.message.split('\n', 1)[0]);
    }
    const { contents } = document;
    if (document.errors.length > 0 || contents === null) {
      continue;
    }
    count += 1;
    const offset = contents.range?.[0] ?? 0;
    if (!isMap(contents)) {
      report(offset, 'the document is not an object');
      continue;
    }
    for (const field of ['apiVersion', 'kind', 'metadata.name']) {
      const value = document.getIn(field.split('.'));
      if (typeof value !== 'string' || value === '') {
        report(offset, `${field} is missing or not a text`);
      }
    }
  }
  if (count === 0 && problems.length === 0) {
    problems.push(`${file}:1: the file has no document`);
  }
  return problems;
}
