import { useState } from 'react';

/** What {@link useTextCheck} needs. */
export interface TextCheckOptions<T> {
  text: string;
  /** What is wrong with it, as far as the page sees. */
  found: T;
  /** Asks the backend, which sees more. */
  ask(text: string): Promise<T>;
}

/**
 * What is wrong with a text that is being written. What the backend answered is
 * about one text, and is over with the next letter.
 */
export function useTextCheck<T extends { own: readonly unknown[] }>({
  text,
  found,
  ask,
}: TextCheckOptions<T>) {
  const [checked, setChecked] = useState<{ text: string; problems: T }>();

  /** Says what keeps the text from being handed over, the backend asked. */
  async function findProblems(): Promise<T> {
    if (found.own.length > 0) {
      return found;
    }
    const problems = await ask(text);
    setChecked({ text, problems });
    return problems;
  }

  return {
    problems: checked?.text === text ? checked.problems : found,
    findProblems,
  };
}
