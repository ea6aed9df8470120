import clsx from 'clsx';
import type { ComponentProps } from 'react';

type IconButtonLook = { variant?: 'quiet' | 'outlined' | undefined; size?: 'sm' | 'md' | undefined };

/** Classes of an icon button, for links that should look like one. */
export function iconButtonClass({ variant = 'quiet', size = 'md' }: IconButtonLook = {}): string {
  return clsx(
    'relative inline-grid shrink-0 place-items-center text-ink transition-colors hover:bg-surface-sunken disabled:cursor-not-allowed disabled:opacity-45',
    size === 'md' ? 'size-11 rounded-md' : 'size-9 rounded-sm',
    variant === 'outlined' && 'border border-line-strong/60 bg-surface',
  );
}

export interface IconButtonProps extends ComponentProps<'button'>, IconButtonLook {
  /** What the button does; read aloud and shown on hover. */
  label: string;
}

/** A square button that holds one icon (20 px) and has a name. */
export function IconButton({ label, variant, size, className, children, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={clsx(iconButtonClass({ variant, size }), className)}
    >
      {children}
    </button>
  );
}
