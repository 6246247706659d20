/**
 * The classes that Pygments gives the same words, so that one stylesheet colours both
 * engines and follows the reader's light or dark theme, by the types of Prism's tokens.
 */
const TYPES: Record<string, string> = {
  c1: 'cdata comment coord doctype prolog shebang',
  gd: 'deleted',
  gi: 'inserted',
  k: 'annotation atrule decorator directive important key keyword property rule selector tag title',
  mi: 'boolean constant datetime entity null number symbol unit',
  nf: 'attr-name builtin class-name function namespace',
  nv: 'assign-left environment parameter variable',
  s: 'attr-value char code code-block code-snippet regex string template-string url',
  // What holds code of its own.
  '': 'instruction interpolation',
};

export const tokenClasses = new Map(
  Object.entries(TYPES).flatMap(([className, types]) =>
    types.split(' ').map(type => [type, className]),
  ),
);
