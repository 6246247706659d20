import { FormField, type FormFieldProps } from '@atrium/ui/editor';
import { listText, toList } from './listText';
import { useWritten } from './useWritten';

/** Props of {@link ListField}. */
export interface ListFieldProps extends Omit<FormFieldProps, 'onChange'> {
  /** Texts, separated by commas. */
  value: string;
  onChange(value: string): void;
}

/** A field for several texts, separated by commas. */
export function ListField({ value, onChange, ...props }: ListFieldProps) {
  const [written, setWritten] = useWritten(
    value,
    (text, kept) => listText(toList(text)) === kept,
  );
  return (
    <FormField
      {...props}
      value={written}
      onChange={text => {
        setWritten(text);
        onChange(text);
      }}
    />
  );
}
