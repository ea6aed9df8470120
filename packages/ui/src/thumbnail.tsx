import clsx from 'clsx';
import { NoPicture } from './no-picture.tsx';
import { Picture } from './picture.tsx';

export interface ThumbnailProps {
  /** Null when there is none: the place stays, so that the names beside it line up. */
  picture: { url: string; width: number; height: number } | null;
  /** Empty when a name stands beside it. */
  alt?: string | undefined;
  /** Its width; the height follows. */
  className?: string | undefined;
}

/** A small square picture of something in a list. */
export function Thumbnail({ picture, alt = '', className }: ThumbnailProps) {
  return (
    <span className={clsx('block aspect-square overflow-hidden rounded-sm bg-surface-sunken', className)}>
      {picture ? (
        <Picture
          src={picture.url}
          alt={alt}
          width={picture.width}
          height={picture.height}
          className="size-full"
        />
      ) : (
        <NoPicture className="size-full" />
      )}
    </span>
  );
}
