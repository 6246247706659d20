import { useEffect, useRef, useState } from 'react';
import { SearchField } from '@backstage/ui';

/** So long nobody types, so that each word is looked for once. */
const PAUSE_MS = 150;

/** Props of {@link ApiSearchField}. */
export interface ApiSearchFieldProps {
  value: string;
  onChange(text: string): void;
  className?: string;
}

/** A search field that waits for a pause, and meanwhile shows what is typed. */
export function ApiSearchField(props: ApiSearchFieldProps) {
  const { value, onChange, className } = props;
  const [text, setText] = useState(value);
  const told = useRef(value);

  useEffect(() => {
    // Somebody else changed it; our own words come back late and are older.
    if (value !== told.current) {
      told.current = value;
      setText(value);
    }
  }, [value]);

  useEffect(() => {
    if (text === told.current) {
      return undefined;
    }
    const timer = setTimeout(() => {
      told.current = text;
      onChange(text);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, onChange]);

  return (
    <SearchField
      aria-label="Search APIs"
      placeholder="Search by API, providing component, owner, system, tag or type"
      size="medium"
      value={text}
      onChange={setText}
      className={className}
    />
  );
}
