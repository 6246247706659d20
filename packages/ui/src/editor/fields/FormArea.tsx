import { TextAreaField, type TextAreaFieldProps } from '@backstage/ui';

/** Props of {@link FormArea}. */
export interface FormAreaProps extends TextAreaFieldProps {
  problem?: string;
}

/** A field for longer text that says what is wrong with it. */
export function FormArea({ problem, ...props }: FormAreaProps) {
  return (
    <TextAreaField
      rows={2}
      {...props}
      validationBehavior="aria"
      validate={() => problem}
    />
  );
}
