import clsx from 'clsx';
import * as messages from './messages.ts';

export interface NoPictureProps {
  /** Says under the drawing what is missing; only where there is room for words. */
  caption?: boolean | undefined;
  label?: string | undefined;
  className?: string | undefined;
}

/** Stands where a picture would: the size of its box, as calm as the pictures around it. */
export function NoPicture({ caption, label = messages.noPicture, className }: NoPictureProps) {
  return (
    <span
      role="img"
      aria-label={label}
      className={clsx(
        'flex aspect-square flex-col items-center justify-center gap-[4%] bg-surface-sunken text-ink-faint',
        className,
      )}
    >
      {/* A parcel that has not been opened yet. */}
      <svg viewBox="0 0 48 48" aria-hidden="true" className="w-2/5 max-w-24 opacity-60" fill="none">
        <path
          d="M24 5 41 14v20L24 43 7 34V14zM7 14l17 9 17-9M24 23v20M15.5 9.5l17 9v7"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {caption && <span className="text-sm text-ink-muted">{label}</span>}
    </span>
  );
}
