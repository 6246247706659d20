import type {
  FactProviderStatus,
  Facts,
} from '@atrium/plugin-scorecard-common';
import type { OfferedCompletions } from '@atrium/ui/editor';

const WORD = /[A-Za-z][A-Za-z0-9.]*$/;
const ENTITY_FIELDS = [
  'entity.kind',
  'entity.metadata.name',
  'entity.metadata.annotations',
  'entity.metadata.labels',
  'entity.metadata.tags',
  'entity.spec.type',
  'entity.spec.lifecycle',
  'entity.spec.owner',
  'entity.spec.system',
];

/**
 * Says what an expression may go on with: facts, fields of the entity and
 * functions.
 *
 * @param offset - where somebody writes
 */
export function scorecardCompletions(
  { items, functions }: Pick<Facts, 'items' | 'functions'>,
  text: string,
  offset: number,
): OfferedCompletions | undefined {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const word = WORD.exec(line)?.[0];
  if (word === undefined) {
    return undefined;
  }
  const from = offset - word.length;
  if (word.startsWith('facts.')) {
    return { from, options: factOptions(items, word) };
  }
  if (word.startsWith('entity.')) {
    return {
      from,
      options: ENTITY_FIELDS.map(label => ({ label, type: 'property' })),
    };
  }
  // Elsewhere a word is as likely to be prose.
  return isExpression(line)
    ? {
        from,
        options: [
          ...['facts', 'entity', 'now'].map(label => ({
            label,
            type: 'variable',
          })),
          ...functions.map(({ signature, description }) => ({
            label:
              signature.slice(0, signature.indexOf('(')).split('.').at(-1) ??
              '',
            detail: signature,
            info: description,
            type: 'function',
          })),
        ],
      }
    : undefined;
}

function factOptions(providers: FactProviderStatus[], word: string) {
  const [, provider, fact] = word.split('.');
  const known = providers.find(({ id }) => id === provider);
  return fact === undefined || !known
    ? providers.map(({ id, title, description }) => ({
        label: `facts.${id}`,
        detail: title,
        info: description,
        type: 'namespace',
      }))
    : known.facts.map(({ name, title, type, description }) => ({
        label: `facts.${name}`,
        detail: `${title}, ${type}`,
        info: description,
        type: 'property',
      }));
}

function isExpression(line: string): boolean {
  return /^\s*(?:- )?(?:expression|appliesTo):|\$\{\{[^}]*$/.test(line);
}
