import type { Home } from '@plaza/contracts';
import { AppLink, paths } from '@plaza/navigation';
import { Picture } from '@plaza/ui/picture';
import { cardLinkClass } from '@plaza/ui/product-card-frame';
import { messages } from '../../messages.ts';

/** Target of the link at the top of the page. */
export const DEPARTMENTS_ID = 'departments';
const TITLE_ID = 'departments-title';

/** The top of the category tree, each with a picture of something in it. */
export function Departments({ categories }: { categories: Home['categories'] }) {
  if (categories.length === 0) return null;
  return (
    <section id={DEPARTMENTS_ID} aria-labelledby={TITLE_ID} className="flex scroll-mt-24 flex-col gap-6">
      <h2 id={TITLE_ID} className="text-2xl font-semibold">
        {messages.home.departments}
      </h2>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-4 lg:grid-cols-5">
        {categories.map((category) => (
          <li
            key={category.slug}
            className="group relative flex items-center gap-3 rounded-lg border border-line bg-surface p-2.5 transition-colors hover:border-line-strong sm:flex-col sm:items-stretch sm:gap-4 sm:p-3"
          >
            {category.picture && (
              <Picture
                src={category.picture.url}
                alt=""
                width={category.picture.width}
                height={category.picture.height}
                className="aspect-square rounded-sm max-sm:size-14! sm:rounded-md"
              />
            )}
            <div className="min-w-0 sm:px-1 sm:pb-1">
              <h3 className="text-sm font-medium sm:text-base">
                <AppLink href={paths.category(category.slug)} className={cardLinkClass}>
                  {category.name}
                </AppLink>
              </h3>
              <p className="text-xs text-ink-muted sm:text-sm">{messages.products(category.productCount)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
