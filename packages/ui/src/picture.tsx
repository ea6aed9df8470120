import clsx from 'clsx';
import type { ComponentProps } from 'react';

export interface PictureProps extends Omit<ComponentProps<'img'>, 'width' | 'height' | 'loading' | 'alt'> {
  src: string;
  /** Empty when the picture adds nothing to the text beside it. */
  alt: string;
  /** Intrinsic size in pixels: keeps the place before the picture is there. */
  width?: number | undefined;
  height?: number | undefined;
  /** For the one picture that a page is about: loaded first, never lazily. */
  priority?: boolean | undefined;
  fit?: 'contain' | 'cover' | undefined;
}

/** A picture in a box of its own shape that never moves the page. */
export function Picture(props: PictureProps) {
  const {
    alt,
    width = 800,
    height = 800,
    priority = false,
    fit = 'cover',
    className,
    style,
    ...rest
  } = props;
  return (
    <img
      {...rest}
      alt={alt}
      width={width}
      height={height}
      loading={priority ? 'eager' : 'lazy'}
      fetchPriority={priority ? 'high' : 'auto'}
      decoding={priority ? 'auto' : 'async'}
      style={{
        aspectRatio: `${width} / ${height}`,
        filter: 'var(--plaza-picture-filter)',
        ...style,
      }}
      className={clsx(
        'block h-auto w-full bg-surface-sunken',
        fit === 'cover' ? 'object-cover' : 'object-contain',
        className,
      )}
    />
  );
}
