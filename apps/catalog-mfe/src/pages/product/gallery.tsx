import type { Picture as PictureData } from '@plaza/contracts';
import { NoPicture } from '@plaza/ui/no-picture';
import { Picture } from '@plaza/ui/picture';
import clsx from 'clsx';
import { useRef, useState } from 'react';
import { productMessages as texts } from './messages.ts';

export interface GalleryProps {
  pictures: readonly PictureData[];
  /** Stands in for the description of a picture that has none. */
  title: string;
}

/** One picture at a time, swiped or chosen below; without scripts the thumbnails are links to the pictures. */
export function Gallery({ pictures, title }: GalleryProps) {
  const trackRef = useRef<HTMLElement>(null);
  const [current, setCurrent] = useState(0);

  if (pictures.length === 0) return <NoPicture caption className="rounded-xl" />;
  function show(at: number): void {
    const track = trackRef.current;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    track?.scrollTo({ left: at * track.clientWidth, behavior: calm ? 'instant' : 'smooth' });
    setCurrent(at);
  }
  const several = pictures.length > 1;
  return (
    <div className="flex flex-col gap-3">
      <section
        ref={trackRef}
        aria-label={texts.gallery}
        tabIndex={several ? 0 : undefined}
        onScroll={(event) => {
          const { scrollLeft, clientWidth } = event.currentTarget;
          setCurrent(Math.round(scrollLeft / clientWidth));
        }}
        className="relative flex snap-x snap-mandatory overflow-x-auto rounded-xl bg-surface-sunken [scrollbar-width:none]"
      >
        {pictures.map((picture, at) => (
          <figure key={picture.url} id={pictureId(at)} className="w-full shrink-0 snap-center">
            <Picture
              src={picture.url}
              alt={picture.alt || title}
              width={picture.width}
              height={picture.height}
              priority={at === 0}
              style={{ aspectRatio: '1' }}
              fit="contain"
            />
            {several && (
              <figcaption className="sr-only">{texts.pictureOf(at + 1, pictures.length)}</figcaption>
            )}
          </figure>
        ))}
      </section>
      {several && (
        <ul className="flex flex-wrap gap-2.5">
          {pictures.map((picture, at) => (
            <li key={picture.url}>
              <a
                href={`#${pictureId(at)}`}
                aria-label={texts.showPicture(at + 1)}
                aria-current={at === current ? 'true' : undefined}
                onClick={(event) => {
                  event.preventDefault();
                  show(at);
                }}
                className={clsx(
                  'block size-16 overflow-hidden rounded-sm outline-offset-2 sm:size-20',
                  at === current ? 'ring-2 ring-accent' : 'ring-1 ring-line hover:ring-line-strong',
                )}
              >
                <Picture
                  src={picture.url}
                  alt=""
                  width={picture.width}
                  height={picture.height}
                  className="size-full"
                />
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const pictureId = (at: number): string => `picture-${at + 1}`;
