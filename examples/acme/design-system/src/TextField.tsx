import { useId, type InputHTMLAttributes } from 'react';

export interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  description?: string;
  /** What is wrong with the value, in a sentence that says how to mend it. */
  error?: string;
}

export function TextField(props: TextFieldProps) {
  const { label, description, error, id, ...rest } = props;
  const generatedId = useId();
  const inputId = id ?? generatedId;
  const descriptionId = `${inputId}-description`;
  const errorId = `${inputId}-error`;
  const describedBy = [
    description ? descriptionId : undefined,
    error ? errorId : undefined,
  ].filter(value => value !== undefined);

  return (
    <div className="acme-field">
      <label htmlFor={inputId}>
        {label}
        {rest.required ? undefined : <span> (optional)</span>}
      </label>
      {description && <p id={descriptionId}>{description}</p>}
      <input
        {...rest}
        id={inputId}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy.join(' ') || undefined}
      />
      {error && (
        <p id={errorId} className="acme-field-error">
          {error}
        </p>
      )}
    </div>
  );
}
