import clsx from 'clsx';
import * as messages from './messages.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

/** A grey box; give it the size of what is to come: `<Skeleton className="aspect-square w-full" />`. */
export function Skeleton({ className }: { className?: string | undefined }) {
  return (
    <span aria-hidden="true" className={clsx('block animate-breathe rounded-sm bg-skeleton', className)} />
  );
}

export interface SkeletonTextProps {
  lines?: number | undefined;
  /** Text size class of what is to come (`text-sm`): a line here is exactly as high as a line there. */
  className?: string | undefined;
}

/** Lines of text to come; the last of several is shorter. */
export function SkeletonText({ lines = 1, className }: SkeletonTextProps) {
  return (
    <span aria-hidden="true" className={clsx('block animate-breathe', className)}>
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <span key={line} className="flex h-[1lh] items-center">
          <span
            className={clsx(
              'h-[0.7em] rounded-xs bg-skeleton',
              lines > 1 && line === lines - 1 ? 'w-3/5' : 'w-full',
            )}
          />
        </span>
      ))}
    </span>
  );
}

/** Says once, for all skeletons of a part of the page, that it is loading. */
export function LoadingLabel({ label = messages.loading }: { label?: string }) {
  return (
    <span role="status">
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  );
}
