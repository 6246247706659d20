import { useEffect, useRef, useState } from 'react';
import { REST_MS } from './useDebounced';

/**
 * The text of a field whose words are kept elsewhere, such as in the address. It
 * runs ahead while somebody types, and follows when the words change otherwise.
 *
 * @param value - the words that are kept
 * @param onRest - keeps others, once nobody has typed for a moment
 */
export function useDebouncedText(
  value: string,
  onRest: (text: string) => void,
): [text: string, setText: (text: string) => void] {
  const [text, setText] = useState(value);
  const settled = useRef(value);
  const notify = useRef(onRest);
  notify.current = onRest;

  useEffect(() => {
    // Our own words come back late, and are older than what is typed by then.
    if (value !== settled.current) {
      settled.current = value;
      setText(value);
    }
  }, [value]);

  useEffect(() => {
    if (text === settled.current) {
      return undefined;
    }
    const timer = setTimeout(() => {
      settled.current = text;
      notify.current(text);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [text]);

  return [text, setText];
}
