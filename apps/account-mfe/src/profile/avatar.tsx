import clsx from 'clsx';

/** The picture of somebody, or the first letter of their name. Says nothing: the name stands beside it. */
export function Avatar({ url, name, className }: { url: string | null; name: string; className?: string }) {
  const shape = clsx('shrink-0 rounded-full bg-surface-sunken object-cover', className);
  if (url) return <img src={url} alt="" width={96} height={96} decoding="async" className={shape} />;
  return (
    <span aria-hidden="true" className={clsx(shape, 'grid place-items-center font-semibold text-ink-muted')}>
      {[...name.trim()][0]?.toUpperCase() ?? ''}
    </span>
  );
}
