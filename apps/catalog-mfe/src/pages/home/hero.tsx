import type { Home } from '@plaza/contracts';
import { AppLink, paths } from '@plaza/navigation';
import { buttonClass } from '@plaza/ui/button';
import { Container } from '@plaza/ui/container';
import { Picture } from '@plaza/ui/picture';
import { Price } from '@plaza/ui/price';
import { cardLinkClass } from '@plaza/ui/product-card-frame';
import clsx from 'clsx';
import { messages } from '../../messages.ts';
import { DEPARTMENTS_ID } from './departments.tsx';
import { homeMessages as texts } from './messages.ts';

const actionClass = 'max-sm:min-h-11 max-sm:px-3 max-sm:text-sm';

/** What Plaza is, in one sentence, beside three things that it sells. */
export function Hero({ cards, products }: { cards: Home['featured']; products: number }) {
  return (
    <section className="border-b border-line bg-surface">
      <Container className="grid items-center gap-8 py-8 sm:py-14 lg:grid-cols-[minmax(0,6fr)_minmax(0,7fr)] lg:gap-16 lg:py-16">
        <div className="flex flex-col items-start gap-5 sm:gap-6">
          <h1 className="text-display font-semibold">{texts.heading}</h1>
          {products > 0 && <p className="max-w-md text-lg text-ink-muted">{texts.intro(products)}</p>}
          <div className="grid w-full gap-3 min-[21rem]:grid-cols-2 sm:w-auto">
            <AppLink href={paths.search('')} className={clsx(buttonClass({ size: 'lg' }), actionClass)}>
              {texts.browse}
            </AppLink>
            <a
              href={`#${DEPARTMENTS_ID}`}
              className={clsx(buttonClass({ size: 'lg', variant: 'secondary' }), actionClass)}
            >
              {texts.toDepartments}
            </a>
          </div>
        </div>
        {cards.length > 0 && (
          <ul aria-label={texts.chosen} className="grid grid-cols-3 gap-x-3 gap-y-3 sm:gap-x-4 sm:gap-y-4">
            {cards.map((card, at) => (
              <HeroCard key={card.id} card={card} large={at === 0} />
            ))}
          </ul>
        )}
      </Container>
    </section>
  );
}

function HeroCard({ card, large }: { card: Home['featured'][number]; large: boolean }) {
  if (!card.picture) return null;
  return (
    <li
      className={clsx(
        'group relative flex flex-col gap-2',
        large && 'col-span-2 row-span-2 max-sm:row-span-3 max-sm:grid max-sm:grid-rows-subgrid',
      )}
    >
      {/* On a phone the small ones have no words, and end with the large picture. */}
      <div className={clsx('overflow-hidden rounded-lg bg-surface-sunken', large && 'max-sm:row-span-2')}>
        <Picture
          src={card.picture.url}
          alt=""
          width={card.picture.width}
          height={card.picture.height}
          priority={large}
          className="aspect-square transition-transform duration-500 group-hover:scale-[1.025] motion-reduce:transform-none"
        />
      </div>
      <div className={clsx('flex min-w-0 flex-col text-sm', !large && 'max-sm:sr-only')}>
        <AppLink href={paths.product(card.slug)} className={clsx(cardLinkClass, 'truncate font-medium')}>
          {card.title}
        </AppLink>
        <Price
          priceMinor={card.priceMinor}
          currency={card.currency}
          prefix={card.priceVaries ? messages.card.from : undefined}
          size="sm"
        />
      </div>
    </li>
  );
}
