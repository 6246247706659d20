const RAW = /\{% raw %\}.*?\{% endraw %\}/g;
const EXPRESSION = /\$\{\{-?\s*(.*?)\s*-?\}\}/g;

/** Filters whose result is made of letters and digits only. */
const SAFE_VALUES = /^values\.(className|javaPackage)( \| markdownCode)?$/;

/** A choice between texts of the template itself. */
const OWN_TEXTS = /^'[^']*' if values\.\w+ [=!]= '[^']*' else '[^']*'$/;

/** Stands alone as the value of a field or an item, perhaps before a comma. */
const WHOLE_VALUE =
  /^\s*(?:- )?(?:(?:[\w./-]+|"[^"]+"): )?\$\{\{ [^{}]+ \| dump \}\},?$/;

/**
 * The lines of a file of a skeleton in which a value is not written in a way
 * that makes it data.
 */
export function findUnquotedValues(path: string, text: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const rest = line.replace(RAW, '');
    const expressions = [...rest.matchAll(EXPRESSION)].map(match => match[1]);
    return expressions.length === 0 || isData(path, rest, expressions)
      ? []
      : [`${path}:${index + 1}: ${line}`];
  });
}

function isData(path: string, line: string, expressions: string[]): boolean {
  if (/\.(ya?ml|json)$/.test(path)) {
    return WHOLE_VALUE.test(line);
  }
  const filter = filterFor(path);
  return expressions.every(
    expression =>
      SAFE_VALUES.test(expression) ||
      OWN_TEXTS.test(expression) ||
      filter.test(expression),
  );
}

function filterFor(path: string): RegExp {
  if (path.endsWith('.md')) {
    return /\| markdown(Text|Code)$/;
  }
  return /\.(html|xml)$/.test(path) ? /\| escape$/ : /\| dump$/;
}
