import { useEffect, useRef, useState } from 'react';
import { useDebounced } from '@atrium/ui';
import type {
  FieldExtensionComponentProps,
  FieldExtensionOptions,
} from '@backstage/plugin-scaffolder-react';
import {
  nameIn,
  repositoryIn,
  suggestedRepository,
} from './suggestedRepository';
import { useSuggestion } from './useSuggestion';

/** Props of {@link RepositoryField}. */
export interface RepositoryFieldProps
  extends FieldExtensionComponentProps<unknown, unknown> {
  /** The stock picker. */
  of: FieldExtensionOptions['component'];
}

interface Filled {
  /** How often it was filled in: the picker reads its value only once. */
  count: number;
  value: string;
}

/**
 * The stock picker of repositories, which suggests what a person can reach by their
 * own token, filled in with the name of what is created, and
 * following that name until somebody chooses another repository.
 */
export function RepositoryField({
  of: Picker,
  ...props
}: RepositoryFieldProps) {
  const { formData, formContext, onChange } = props;
  const name = useDebounced(nameIn(formContext?.formData));
  const [filled, setFilled] = useState<Filled>();
  const suggestion = useSuggestion(props);
  // The picker says which host and owner it has chosen before it has the name.
  const isShown = useRef(false);
  const value = suggestion.isChosen
    ? undefined
    : suggestedRepository(formData, { name, before: suggestion.filled });
  const change = useRef(onChange);
  change.current = onChange;
  useEffect(() => {
    if (value && name) {
      isShown.current = false;
      suggestion.filled = name;
      setFilled(before => ({ count: (before?.count ?? 0) + 1, value }));
      change.current(value);
    }
  }, [name, suggestion, value]);
  return (
    <Picker
      key={filled?.count}
      {...props}
      formData={filled?.value ?? formData}
      onChange={changed => {
        const { filled: suggested } = suggestion;
        if (suggested && repositoryIn(changed) === suggested) {
          isShown.current = true;
        } else if (isShown.current) {
          suggestion.isChosen = true;
        }
        onChange(changed);
      }}
    />
  );
}
