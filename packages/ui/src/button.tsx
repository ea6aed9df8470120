import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import * as messages from './messages.ts';
import { Spinner } from './spinner.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger' | 'link';
export type ButtonSize = 'sm' | 'md' | 'lg';

interface ButtonLook {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  fullWidth?: boolean | undefined;
}

const shape =
  'relative inline-flex items-center justify-center gap-2 font-medium whitespace-nowrap select-none no-underline transition-colors disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed';

const variants: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-accent-ink not-disabled:hover:bg-accent-hover',
  secondary:
    'border border-line-strong/60 bg-surface text-ink not-disabled:hover:border-ink-muted not-disabled:hover:bg-surface-sunken',
  quiet: 'text-ink not-disabled:hover:bg-surface-sunken',
  danger: 'bg-danger text-danger-ink not-disabled:hover:bg-danger-hover',
  link: 'text-accent underline-offset-4 not-disabled:hover:underline',
};

const sizes: Record<ButtonSize, string> = {
  sm: 'min-h-9 rounded-sm px-3.5 text-sm',
  md: 'min-h-11 rounded-md px-5 text-base',
  lg: 'min-h-13 rounded-md px-7 text-lg',
};

const linkSizes: Record<ButtonSize, string> = { sm: 'text-sm', md: 'text-base', lg: 'text-lg' };

/** Classes of a button, for anchors and links that should look like one. */
export function buttonClass({ variant = 'primary', size = 'md', fullWidth }: ButtonLook = {}): string {
  return clsx(
    shape,
    variants[variant],
    variant === 'link' ? linkSizes[size] : sizes[size],
    fullWidth ? 'w-full' : 'shrink-0',
  );
}

/** Classes of a link within text. */
export const linkClass =
  'text-accent underline decoration-accent/35 underline-offset-4 transition-colors hover:decoration-accent';

export interface ButtonProps extends ComponentProps<'button'>, ButtonLook {
  /** Shows a spinner in the button's own width, announces it and ignores presses. */
  busy?: boolean | undefined;
  busyLabel?: string | undefined;
  icon?: ReactNode;
}

export function Button(props: ButtonProps) {
  const { variant, size, fullWidth, busy, busyLabel, icon, className, children, onClick, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      className={clsx(buttonClass({ variant, size, fullWidth }), className)}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      <span className={clsx('inline-flex items-center justify-center gap-2', busy && 'opacity-0')}>
        {icon}
        {children}
      </span>
      {busy && (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner label={busyLabel ?? messages.busy} />
        </span>
      )}
    </button>
  );
}
