import type { ProductCard as Card } from '@plaza/contracts';
import { AppLink, paths } from '@plaza/navigation';
import { Badge } from '@plaza/ui/badge';
import { NoPicture } from '@plaza/ui/no-picture';
import { Picture } from '@plaza/ui/picture';
import { Price } from '@plaza/ui/price';
import { cardLinkClass, ProductCardFrame } from '@plaza/ui/product-card-frame';
import { messages } from '../messages.ts';
import { reductionPercent } from './reduction.ts';

export interface ProductCardProps {
  card: Card;
  /** Rank of the title below the headings around it. */
  headingLevel?: 2 | 3;
  /** At the top of a page: its picture is loaded first. */
  priority?: boolean;
  /** Called when somebody goes to the product. */
  onOpen?: () => void;
}

/** One product of a list. */
export function ProductCard({ card, headingLevel = 3, priority = false, onOpen }: ProductCardProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <ProductCardFrame
      picture={
        card.picture ? (
          <CardPicture picture={card.picture} priority={priority} />
        ) : (
          <NoPicture className="size-full" />
        )
      }
      badge={<CardBadge card={card} />}
    >
      <p className="text-sm text-ink-muted">{card.brand}</p>
      <Heading className="text-base font-medium">
        <AppLink href={paths.product(card.slug)} className={`${cardLinkClass} line-clamp-2`} onClick={onOpen}>
          {card.title}
        </AppLink>
      </Heading>
      <Price
        className="mt-0.5"
        priceMinor={card.priceMinor}
        compareAtMinor={card.compareAtPriceMinor}
        currency={card.currency}
        prefix={card.priceVaries ? messages.card.from : undefined}
      />
      <p className="truncate text-sm text-ink-muted">{messages.card.soldBy(card.seller.name)}</p>
    </ProductCardFrame>
  );
}

function CardPicture({ picture, priority }: { picture: NonNullable<Card['picture']>; priority: boolean }) {
  // The title beside it says what it shows.
  return (
    <Picture
      src={picture.url}
      alt=""
      width={picture.width}
      height={picture.height}
      priority={priority}
      className="size-full"
    />
  );
}

function CardBadge({ card }: { card: Card }) {
  if (!card.inStock) return <Badge tone="neutral">{messages.card.soldOut}</Badge>;
  const percent = reductionPercent(card.priceMinor, card.compareAtPriceMinor);
  return percent === null ? null : <Badge tone="danger">{messages.card.reducedBy(percent)}</Badge>;
}
