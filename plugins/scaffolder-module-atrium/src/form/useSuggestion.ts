import { useRef } from 'react';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';

/** What was filled in for somebody, and whether they have chosen something else. */
export interface Suggestion {
  filled?: string;
  isChosen: boolean;
}

/** By the ids of fields. */
export type Suggestions = Map<string, Suggestion>;

/**
 * What a field filled in by itself.
 *
 * @remarks A field is gone while another step is shown. So this is kept around the
 * steps, in `formContext.suggestions`, and in the field only where there is nothing
 * around it.
 *
 * @returns an object for the field to write to
 */
export function useSuggestion(
  props: FieldExtensionComponentProps<unknown, unknown>,
): Suggestion {
  const own = useRef<Suggestions>(new Map());
  const suggestions: Suggestions =
    props.formContext?.suggestions ?? own.current;
  const id = props.idSchema?.$id ?? '';
  const suggestion = suggestions.get(id) ?? { isChosen: false };
  suggestions.set(id, suggestion);
  return suggestion;
}
