import { FormField, type FormFieldProps } from '@atrium/ui/editor';
import type { DefinitionForm } from '../../../definitionForm/DefinitionForm';
import type { FieldPath } from '../../../definitionForm/fieldPath';

/** Props of {@link PathField}. */
export interface PathFieldProps
  extends Omit<FormFieldProps, 'form' | 'value' | 'onChange' | 'problem'> {
  form: DefinitionForm;
  path: FieldPath;
  isNumber?: boolean;
}

/** A field of the definition; left empty, it is left out. */
export function PathField(props: PathFieldProps) {
  const { form, path, isNumber = false, ...field } = props;
  return (
    <FormField
      {...field}
      inputMode={isNumber ? 'numeric' : undefined}
      value={form.getText(path)}
      problem={form.problemOf(path)}
      onChange={text =>
        form.set(path, isNumber ? toNumber(text) : toText(text))
      }
    />
  );
}

function toText(text: string): string | undefined {
  return text === '' ? undefined : text;
}

/** What is no number stays as it was typed, and is said to be wrong. */
function toNumber(text: string): number | string | undefined {
  return /^\d+$/.test(text) ? Number(text) : toText(text);
}
