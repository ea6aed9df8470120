import type { ProductCard as Card } from '@plaza/contracts';
import { AppLink } from '@plaza/navigation';
import { linkClass } from '@plaza/ui/button';
import { useId } from 'react';
import { ProductCard } from './product-card.tsx';

export interface ProductRowProps {
  title: string;
  text?: string;
  cards: readonly Card[];
  all?: { href: string; label: string; spokenLabel: string };
}

/** A titled row that is swiped sideways where it does not fit; nothing when it is empty. */
export function ProductRow({ title, text, cards, all }: ProductRowProps) {
  const titleId = useId();
  if (cards.length === 0) return null;
  return (
    <section aria-labelledby={titleId} className="flex flex-col gap-6">
      <div className="flex items-end justify-between gap-6">
        <div>
          <h2 id={titleId} className="text-2xl font-semibold">
            {title}
          </h2>
          {text && <p className="mt-1 text-ink-muted">{text}</p>}
        </div>
        {all && (
          <AppLink
            href={all.href}
            aria-label={all.spokenLabel}
            className={`${linkClass} shrink-0 py-1 text-sm`}
          >
            {all.label}
          </AppLink>
        )}
      </div>
      <ul className="-mx-4 flex snap-x scroll-px-4 gap-4 overflow-x-auto px-4 pt-1 pb-3 sm:-mx-6 sm:scroll-px-6 sm:gap-6 sm:px-6 lg:-mx-1 lg:scroll-px-1 lg:px-1">
        {cards.map((card) => (
          <li key={card.id} className="w-44 shrink-0 snap-start sm:w-56 lg:w-[calc((100%-4.5rem)/4)]">
            <ProductCard card={card} />
          </li>
        ))}
      </ul>
    </section>
  );
}
