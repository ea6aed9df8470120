import type { CategoryNode } from '@plaza/contracts';
import { AppLink, paths } from '@plaza/navigation';
import { formatCount } from '@plaza/ui/format';
import ChevronDown from 'lucide-react/icons/chevron-down';
import type { ReactNode } from 'react';
import { slotMessages } from '../messages.ts';

const linkClass =
  'flex items-baseline justify-between gap-3 rounded-sm px-3 py-2 no-underline transition-colors hover:bg-surface-sunken';

/** Departments that open to their shelves, one at a time. */
export function CategoryTree({ categories }: { categories: readonly CategoryNode[] }) {
  return (
    <nav aria-label={slotMessages.menu.title} className="-mx-3 flex flex-col">
      <AppLink href={paths.search('')} className={`${linkClass} font-medium text-ink`}>
        {slotMessages.menu.everything}
      </AppLink>
      {categories.map((department) => (
        <details key={department.slug} name="departments" className="group/department">
          <summary className="flex list-none items-center justify-between gap-3 rounded-sm px-3 py-2.5 font-medium transition-colors hover:bg-surface-sunken [&::-webkit-details-marker]:hidden">
            {department.name}
            <ChevronDown
              size={18}
              aria-hidden="true"
              className="text-ink-muted transition-transform group-open/department:rotate-180"
            />
          </summary>
          <ul className="mb-3 ms-3 flex flex-col border-s border-line ps-2">
            <CategoryItem category={department} name={slotMessages.menu.all(department.name)} />
            {department.children.map((shelf) => (
              <CategoryItem key={shelf.slug} category={shelf} name={shelf.name} strong>
                {shelf.children.length > 0 && (
                  <ul className="flex flex-col ps-3">
                    {shelf.children.map((category) => (
                      <CategoryItem key={category.slug} category={category} name={category.name} />
                    ))}
                  </ul>
                )}
              </CategoryItem>
            ))}
          </ul>
        </details>
      ))}
    </nav>
  );
}

interface CategoryItemProps {
  category: CategoryNode;
  name: string;
  strong?: boolean;
  children?: ReactNode;
}

function CategoryItem({ category, name, strong, children }: CategoryItemProps) {
  return (
    <li>
      <AppLink
        href={paths.category(category.slug)}
        className={`${linkClass} text-sm ${strong ? 'font-medium text-ink' : 'text-ink-muted hover:text-ink'}`}
      >
        {name}
        <span className="text-xs font-normal text-ink-muted tabular-nums">
          {formatCount(category.productCount)}
        </span>
      </AppLink>
      {children}
    </li>
  );
}
