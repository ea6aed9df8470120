import type { ProductCard as Card } from '@plaza/contracts';
import { LoadingLabel, Skeleton, SkeletonText } from '@plaza/ui/skeleton';
import clsx from 'clsx';
import { ProductCard } from './product-card.tsx';

const gridClass = 'grid grid-cols-2 gap-x-4 gap-y-9 sm:grid-cols-3 sm:gap-x-6';

/** The first row on a phone; the largest picture that a shopper sees first is one of them. */
const FIRST_CARDS = 2;

export interface ProductGridProps {
  cards: readonly Card[];
  headingLevel?: 2 | 3;
  className?: string;
  /** Called when somebody goes to a product; `at` counts from 0. */
  onOpen?: (card: Card, at: number) => void;
}

export function ProductGrid({ cards, headingLevel = 3, className, onOpen }: ProductGridProps) {
  return (
    <ul className={clsx(gridClass, className)}>
      {cards.map((card, at) => (
        <li key={card.id} className="min-w-0">
          <ProductCard
            card={card}
            headingLevel={headingLevel}
            priority={at < FIRST_CARDS}
            onOpen={() => onOpen?.(card, at)}
          />
        </li>
      ))}
    </ul>
  );
}

/** As high as the grid that is to come. */
export function ProductGridSkeleton(props: { count: number; label: string; className?: string }) {
  return (
    <div className={clsx(gridClass, props.className)}>
      <LoadingLabel label={props.label} />
      {Array.from({ length: props.count }, (_, at) => at).map((at) => (
        <div key={at} className="flex flex-col gap-3.5">
          <Skeleton className="aspect-square w-full rounded-lg" />
          <div className="flex flex-col gap-1">
            <SkeletonText className="w-1/3 text-sm" />
            <SkeletonText className="text-base" />
            <SkeletonText className="w-1/2 text-base" />
            <SkeletonText className="w-2/5 text-sm" />
          </div>
        </div>
      ))}
    </div>
  );
}
