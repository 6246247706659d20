import {
  autocompletion,
  type Completion,
  completionKeymap,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { keymap } from '@uiw/react-codemirror';

/** What may stand at a place of a text. */
export interface OfferedCompletions {
  /** Where what would be replaced begins. */
  from: number;
  options: Completion[];
}

/**
 * Says what may stand at an offset of a text; nothing where it has nothing to
 * offer.
 */
export type Completions = (
  text: string,
  offset: number,
) => OfferedCompletions | undefined | Promise<OfferedCompletions | undefined>;

/** Has the editor offer what may stand where somebody writes. */
export function completionExtension(completions: Completions) {
  return [
    autocompletion({
      override: [
        async ({ state, pos }): Promise<CompletionResult | null> =>
          (await completions(state.doc.toString(), pos)) ?? null,
      ],
    }),
    keymap.of(completionKeymap),
  ];
}
