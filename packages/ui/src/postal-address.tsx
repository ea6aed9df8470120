import clsx from 'clsx';

/** A postal address, a line each. */
export function PostalAddress({ lines, className }: { lines: readonly string[]; className?: string }) {
  return (
    <address className={clsx('not-italic', className)}>
      {lines.map((line) => (
        <span key={line} className="block wrap-anywhere">
          {line}
        </span>
      ))}
    </address>
  );
}
