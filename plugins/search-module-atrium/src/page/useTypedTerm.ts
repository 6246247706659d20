import { useEffect, useRef, useState } from 'react';

const REST_MILLISECONDS = 200;

/**
 * The text of the field, which goes ahead of the term in the address while
 * somebody types and follows it when it changes otherwise.
 */
export function useTypedTerm(
  term: string,
  onRest: (term: string) => void,
): [string, (text: string) => void] {
  const [text, setText] = useState(term);
  const settled = useRef(term);
  const notify = useRef(onRest);
  notify.current = onRest;

  useEffect(() => {
    if (term !== settled.current) {
      settled.current = term;
      setText(term);
    }
  }, [term]);

  useEffect(() => {
    if (text === settled.current) {
      return undefined;
    }
    const timer = setTimeout(() => {
      settled.current = text;
      notify.current(text);
    }, REST_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [text]);

  return [text, setText];
}
