import type { Home } from '@plaza/contracts';
import { AppLink, paths } from '@plaza/navigation';
import { NoPicture } from '@plaza/ui/no-picture';
import { Picture } from '@plaza/ui/picture';
import { cardLinkClass } from '@plaza/ui/product-card-frame';
import ArrowRight from 'lucide-react/icons/arrow-right';
import { messages } from '../../messages.ts';
import { homeMessages } from './messages.ts';

/** Target of the link at the top of the page. */
export const DEPARTMENTS_ID = 'departments';
const TITLE_ID = 'departments-title';

const tileClass =
  'group relative flex flex-col gap-2.5 rounded-lg border border-line bg-surface p-2 transition-colors hover:border-line-strong sm:gap-4 sm:p-3';

/** The top of the category tree, each with a picture of something in it. */
export function Departments({ categories }: { categories: Home['categories'] }) {
  if (categories.length === 0) return null;
  const products = categories.reduce((sum, category) => sum + category.productCount, 0);
  return (
    <section id={DEPARTMENTS_ID} aria-labelledby={TITLE_ID} className="flex scroll-mt-24 flex-col gap-6">
      <h2 id={TITLE_ID} className="text-2xl font-semibold">
        {homeMessages.departments}
      </h2>
      <ul className="grid grid-cols-3 gap-2.5 sm:gap-4 lg:grid-cols-5">
        {categories.map((category) => (
          <li key={category.slug} className={tileClass}>
            {category.picture ? (
              <Picture
                src={category.picture.url}
                alt=""
                width={category.picture.width}
                height={category.picture.height}
                className="aspect-square rounded-sm sm:rounded-md"
              />
            ) : (
              <NoPicture className="rounded-sm sm:rounded-md" />
            )}
            <Label
              name={category.name}
              href={paths.category(category.slug)}
              products={category.productCount}
            />
          </li>
        ))}
        <li className={`${tileClass} max-lg:hidden`}>
          <span
            aria-hidden="true"
            className="grid aspect-square place-items-center rounded-md bg-surface-sunken text-ink-muted transition-colors group-hover:text-accent"
          >
            <ArrowRight size={32} strokeWidth={1.5} />
          </span>
          <Label name={homeMessages.everything} href={paths.search('')} products={products} />
        </li>
      </ul>
    </section>
  );
}

function Label({ name, href, products }: { name: string; href: string; products: number }) {
  return (
    <div className="min-w-0 px-0.5 pb-0.5 sm:px-1 sm:pb-1">
      <h3 className="text-sm font-medium sm:text-base">
        <AppLink href={href} className={cardLinkClass}>
          {name}
        </AppLink>
      </h3>
      <p className="text-xs text-ink-muted sm:text-sm">{messages.products(products)}</p>
    </div>
  );
}
