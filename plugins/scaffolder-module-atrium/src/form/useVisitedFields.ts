import { type FormEvent, useCallback, useMemo, useRef, useState } from 'react';
import { isRecord } from '@atrium/common';
import { type FieldError, fieldMessage } from './fieldMessage';

/** What of an error of the form engine says where it belongs. */
interface FormError extends FieldError {
  property?: string;
}

/**
 * Has a form say what is wrong with a field when it is left, not while it was never
 * touched; and everything, once somebody wants to go on.
 *
 * @returns `formProps` for the form, and `onSubmitCapture` for what is around it
 */
export function useVisitedFields() {
  const [visited, setVisited] = useState<readonly string[]>([]);
  const isSubmitting = useRef(false);

  const visit = useCallback((ids: string[]) => {
    setVisited(before => {
      const added = ids.filter(id => !before.includes(id));
      return added.length > 0 ? [...before, ...added] : before;
    });
  }, []);

  const formProps = useMemo(
    () => ({
      liveValidate: true,
      showErrorList: false as const,
      noHtml5Validate: true,
      // The fields say what is wrong; the form engine would write it to the console.
      onError: () => {},
      onBlur: (id: string) => visit([id]),
      // The form checks anew when what it is given changes.
      formContext: { visited },
      transformErrors: <E extends FormError>(
        found: E[],
        uiSchema?: Record<string, unknown>,
      ): E[] => {
        const errors = found.map(error => ({
          ...error,
          message: fieldMessage(error, fieldOf(error, uiSchema)),
        }));
        if (isSubmitting.current) {
          isSubmitting.current = false;
          visit(errors.map(toFieldId));
          return errors;
        }
        return errors.filter(error => visited.includes(toFieldId(error)));
      },
    }),
    [visit, visited],
  );

  const onSubmitCapture = useCallback((_event: FormEvent) => {
    isSubmitting.current = true;
  }, []);

  return { formProps, onSubmitCapture };
}

/** `root_address_city` of an error of `.address.city`. */
function toFieldId({ property = '' }: FormError): string {
  return ['root', ...property.split('.').filter(Boolean)].join('_');
}

/** The field of the template that an error is about. */
function fieldOf(
  { property = '' }: FormError,
  uiSchema: Record<string, unknown> | undefined,
): unknown {
  const [name = ''] = property.split('.').filter(Boolean);
  const own = uiSchema?.[name];
  return isRecord(own) ? own['ui:field'] : undefined;
}
