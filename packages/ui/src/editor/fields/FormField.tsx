import { TextField, type TextFieldProps } from '@backstage/ui';

/** Props of {@link FormField}. */
export interface FormFieldProps extends TextFieldProps {
  problem?: string;
}

/** A text field that says what is wrong with it. */
export function FormField({ problem, ...props }: FormFieldProps) {
  return (
    <TextField {...props} validationBehavior="aria" validate={() => problem} />
  );
}
