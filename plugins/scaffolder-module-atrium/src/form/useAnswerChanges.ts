import { useCallback, useMemo, useRef, useState } from 'react';

/** What the form of a step tells of its answers. */
export interface AnswerWatch {
  /** Another step is shown, with what it begins with. */
  onStep(): void;
  onAnswers(answers: unknown): void;
}

/**
 * Whether somebody answered anything in the form of a template.
 *
 * @remarks The stepper keeps the answers to itself, and fields answer by themselves when
 * they are shown: by a default, or by the first thing that they offer. So only what
 * changes in a step after somebody pressed a key or a button there counts.
 *
 * @returns `watch` for the fields, and `onTouch` for what is around them
 */
export function useAnswerChanges() {
  const [isChanged, setIsChanged] = useState(false);
  const isTouched = useRef(false);
  const before = useRef<string>();
  const watch = useMemo<AnswerWatch>(
    () => ({
      onStep: () => {
        isTouched.current = false;
        before.current = undefined;
      },
      onAnswers: answers => {
        const now = JSON.stringify(answers);
        const isOther = before.current !== undefined && before.current !== now;
        before.current = now;
        if (isTouched.current && isOther) {
          setIsChanged(true);
        }
      },
    }),
    [],
  );
  const onTouch = useCallback(() => {
    isTouched.current = true;
  }, []);
  return { isChanged, watch, onTouch };
}
