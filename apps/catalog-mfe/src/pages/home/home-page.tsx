import type { Home } from '@plaza/contracts';
import type { PageProps } from '@plaza/federation/remote';
import { paths } from '@plaza/navigation';
import { Container } from '@plaza/ui/container';
import { EmptyState } from '@plaza/ui/states';
import { ProductRow } from '../../listing/product-row.tsx';
import { Departments } from './departments.tsx';
import { Hero } from './hero.tsx';
import { heroCards } from './home-head.ts';
import { homeMessages as texts } from './messages.ts';
import { Promises } from './promises.tsx';

export function HomePage({ data }: PageProps<Home>) {
  const opening = heroCards(data);
  const shown = new Set(opening.map((card) => card.id));
  const products = data.categories.reduce((sum, category) => sum + category.productCount, 0);
  const rows = [
    {
      title: texts.featured,
      text: texts.featuredText,
      cards: data.featured.filter((card) => !shown.has(card.id)),
      href: paths.search(''),
    },
    {
      title: texts.bestSelling,
      text: texts.bestSellingText,
      cards: data.bestSelling,
      href: paths.search('', { sort: 'best_selling' }),
    },
    {
      title: texts.newest,
      text: texts.newestText,
      cards: data.newest,
      href: paths.search('', { sort: 'newest' }),
    },
  ];

  return (
    <div className="flex flex-col gap-16 pb-20 lg:gap-24 lg:pb-28">
      <Hero cards={opening} products={products} />
      <Container className="flex flex-col gap-16 lg:gap-24">
        {products === 0 && <EmptyState title={texts.empty} text={texts.emptyText} />}
        <Departments categories={data.categories} />
        {rows.map(({ href, ...row }) => (
          <ProductRow
            key={row.title}
            {...row}
            all={{ href, label: texts.seeAll, spokenLabel: texts.seeAllOf(row.title) }}
          />
        ))}
        <Promises />
      </Container>
    </div>
  );
}
