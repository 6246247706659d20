import type { ButtonHTMLAttributes } from 'react';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  variant?: 'primary' | 'secondary' | 'quiet';
  /** Shows that the action runs; further clicks are ignored until it ends. */
  isBusy?: boolean;
}

export function Button(props: ButtonProps) {
  const {
    variant = 'secondary',
    isBusy = false,
    type = 'button',
    className,
    onClick,
    children,
    ...rest
  } = props;

  return (
    <button
      {...rest}
      type={type}
      className={['acme-button', className].filter(Boolean).join(' ')}
      data-variant={variant}
      // Not `disabled`: that would take the focus away from keyboard users.
      aria-disabled={isBusy || rest.disabled || undefined}
      aria-busy={isBusy || undefined}
      onClick={event => {
        if (isBusy) {
          event.preventDefault();
          return;
        }
        onClick?.(event);
      }}
    >
      {children}
    </button>
  );
}
