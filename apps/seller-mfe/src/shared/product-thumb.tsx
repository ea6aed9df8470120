import type { Picture as PictureData } from '@plaza/contracts';
import { NoPicture } from '@plaza/ui/no-picture';
import { Picture } from '@plaza/ui/picture';

/** A small square picture beside a title; silent, because the title says what it is. */
export function ProductThumb({ picture }: { picture: PictureData | null }) {
  return (
    <span className="block size-12 shrink-0 overflow-hidden rounded-sm bg-surface-sunken">
      {picture ? (
        <Picture
          src={picture.url}
          alt=""
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
