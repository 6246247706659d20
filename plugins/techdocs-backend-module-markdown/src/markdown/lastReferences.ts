import type { MarkdownIt, StateBlock, StateCore } from 'markdown-it';
import { PageContext } from './PageContext';

/** Puts aside what is defined so far, so that a later definition counts too. */
function putAside({ env }: StateBlock): boolean {
  const { references } = PageContext.of(env);
  for (const [name, reference] of Object.entries(env.references ?? {})) {
    references.set(name, reference);
  }
  env.references = {};
  return false;
}

function putBack({ env }: StateCore) {
  const { references } = PageContext.of(env);
  env.references = { ...Object.fromEntries(references), ...env.references };
}

/**
 * Of two definitions of `[name]: address` the last counts, as in Python-Markdown:
 * a page may define anew what a snippet below every page defines otherwise.
 */
export function lastReferences(md: MarkdownIt) {
  md.block.ruler.before('reference', 'last_reference', putAside);
  md.core.ruler.after('block', 'last_references', putBack);
}
