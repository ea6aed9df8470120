import type { PageProps } from '@plaza/federation/remote';
import { AppLink, paths } from '@plaza/navigation';
import { linkClass } from '@plaza/ui/button';
import { Container } from '@plaza/ui/container';
import { EmptyState } from '@plaza/ui/states';
import type { ExampleData } from './load-example.ts';
import { exampleMessages as texts } from './messages.ts';
import { NewestProducts } from './newest-products.tsx';

export function ExamplePage({ data: { departments } }: PageProps<ExampleData>) {
  return (
    <Container className="flex flex-col gap-12 py-12">
      <header className="flex flex-col gap-3">
        <h1 className="font-bold text-3xl text-ink">{texts.heading}</h1>
        <p className="max-w-prose text-ink-muted">{texts.intro}</p>
      </header>
      <section aria-labelledby="departments" className="flex flex-col gap-3">
        <h2 id="departments" className="font-semibold text-ink text-xl">
          {texts.departments}
        </h2>
        {departments.length === 0 ? (
          <EmptyState compact title={texts.departmentsEmpty} />
        ) : (
          <ul className="flex flex-wrap gap-x-6 gap-y-1">
            {departments.map(({ slug, name }) => (
              <li key={slug}>
                <AppLink href={paths.category(slug)} className={`${linkClass} inline-block py-1.5`}>
                  {name}
                </AppLink>
              </li>
            ))}
          </ul>
        )}
      </section>
      <NewestProducts />
    </Container>
  );
}
