import { useMemo, useState } from 'react';
import type { Definitions } from '@atrium/plugin-provisioning-common';
import { useDebounced } from '@atrium/ui';
import {
  definitionOf,
  type RequestDefaults,
  type RequestDraft,
  toDraft,
  toInput,
} from '../form/RequestDraft';
import { usePreview } from './usePreview';
import { useCreateRequest } from './useRequests';

/** What the form holds, what would come of it, and how it is sent. */
export function useRequestForm(
  definitions: Definitions,
  defaults: RequestDefaults,
) {
  const [initial] = useState(() => toDraft(definitions, defaults));
  const [draft, setDraft] = useState(initial);
  const definition = useMemo(
    () => definitionOf(draft, definitions),
    [draft, definitions],
  );
  const { input, problems } = useMemo(
    () => toInput(draft, definition),
    [draft, definition],
  );
  const asked = useDebounced(input);
  const preview = usePreview(asked);
  return {
    draft,
    /** Whether there is anything to lose. */
    isDirty: JSON.stringify(draft) !== JSON.stringify(initial),
    change: (changes: Partial<RequestDraft>) =>
      setDraft({ ...draft, ...changes }),
    definition,
    input,
    problems,
    preview,
    /** Whether the preview is of what the form holds now. */
    isPreviewCurrent:
      asked === input && !preview.isPlaceholderData && !preview.isFetching,
    create: useCreateRequest(),
  };
}
