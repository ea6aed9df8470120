import clsx from 'clsx';
import * as messages from './messages.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

/** A turning ring with a spoken label; takes the colour of the text around it. */
export function Spinner({ label = messages.loading, className }: { label?: string; className?: string }) {
  return (
    <span role="status" className={clsx('inline-grid place-items-center', className)}>
      <svg viewBox="0 0 20 20" className="size-5 animate-turn" aria-hidden="true">
        <circle
          cx="10"
          cy="10"
          r="8"
          fill="none"
          stroke="currentColor"
          strokeOpacity="0.25"
          strokeWidth="2.25"
        />
        <path
          d="M10 2a8 8 0 0 1 8 8"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.25"
          strokeLinecap="round"
        />
      </svg>
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  );
}
