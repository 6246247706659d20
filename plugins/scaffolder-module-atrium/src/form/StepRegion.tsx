import {
  createContext,
  type MutableRefObject,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
} from 'react';
import styles from './StepRegion.module.css';

/** Whether a step of the form was shown already. */
const StepShown = createContext<MutableRefObject<boolean> | undefined>(
  undefined,
);

/** Around a form whose steps are shown one in place of another. */
export function FormSteps({ children }: { children: ReactNode }) {
  const isShown = useRef(false);
  return <StepShown.Provider value={isShown}>{children}</StepShown.Provider>;
}

/** Props of {@link StepRegion}. */
export interface StepRegionProps {
  label?: string;
  className?: string;
  children: ReactNode;
}

/**
 * A step of the form, which gets the focus where it comes in place of another: what had
 * it is gone, and a screen reader begins here. A field that asks for the focus keeps it.
 */
export function StepRegion({
  label,
  className = '',
  children,
}: StepRegionProps) {
  const region = useRef<HTMLDivElement>(null);
  const isShown = useContext(StepShown);
  useEffect(() => {
    const step = region.current;
    if (isShown?.current && !step?.contains(document.activeElement)) {
      step?.focus();
    }
    if (isShown) {
      isShown.current = true;
    }
  }, [isShown]);
  return (
    <div
      ref={region}
      role="group"
      aria-label={label}
      tabIndex={-1}
      className={`${styles.region} ${className}`}
    >
      {children}
    </div>
  );
}
