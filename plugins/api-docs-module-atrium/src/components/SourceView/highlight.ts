import { refractor } from 'refractor/core';
import graphql from 'refractor/graphql';
import json from 'refractor/json';
import protobuf from 'refractor/protobuf';
import yaml from 'refractor/yaml';
import type { SourceLanguage } from '../../definition/definitionFormat';
import type { HighlightedLine } from './HighlightedLine';

const LANGUAGES = { graphql, json, proto: protobuf, yaml };

for (const grammar of Object.values(LANGUAGES)) {
  refractor.register(grammar);
}

/** What Prism calls tokens, by the variable of our stylesheet that colours them. */
const TOKENS = {
  comment: ['comment', 'description'],
  keyword: ['atrule', 'annotation', 'directive', 'keyword', 'property'],
  constant: ['boolean', 'datetime', 'important', 'null', 'number', 'tag'],
  function: ['builtin', 'class-name', 'function'],
  punctuation: ['operator', 'punctuation'],
  string: ['string'],
};

const variables = new Map(
  Object.entries(TOKENS).flatMap(([variable, tokens]) =>
    tokens.map(token => [token, variable]),
  ),
);

type Node = ReturnType<typeof refractor.highlight>['children'][number];

/** Colours the lines of a text. */
export function highlight(
  text: string,
  language: Exclude<SourceLanguage, 'text'>,
): HighlightedLine[] {
  const lines: HighlightedLine[] = [[]];
  const write = (nodes: Node[], color?: string) => {
    for (const node of nodes) {
      if (node.type === 'element') {
        write(node.children, colorOf(node.properties.className) ?? color);
      } else if (node.type === 'text') {
        for (const [index, part] of node.value.split('\n').entries()) {
          if (index > 0) {
            lines.push([]);
          }
          if (part !== '') {
            lines.at(-1)?.push({ text: part, color });
          }
        }
      }
    }
  };
  const { displayName } = LANGUAGES[language];
  write(refractor.highlight(text, displayName).children);
  return lines;
}

/** Of the names of a token the last one says most. */
function colorOf(classNames: unknown): string | undefined {
  const names = Array.isArray(classNames) ? classNames : [];
  const name = names.findLast(each => variables.has(each));
  return name && `var(--source-token-${variables.get(name)})`;
}
