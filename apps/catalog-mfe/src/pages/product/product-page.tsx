import type { PageProps } from '@plaza/federation/remote';
import { AppLink, paths } from '@plaza/navigation';
import { Breadcrumbs } from '@plaza/ui/breadcrumbs';
import { buttonClass } from '@plaza/ui/button';
import { Container } from '@plaza/ui/container';
import { proseClass } from '@plaza/ui/prose';
import { toTrustedHtml } from '@plaza/ui/trusted-html';
import { useMemo } from 'react';
import { ProductRow } from '../../listing/product-row.tsx';
import { BuyBox } from './buy-box.tsx';
import { Gallery } from './gallery.tsx';
import type { ProductData } from './load-product.ts';
import { productMessages as texts } from './messages.ts';
import { productTrail } from './product-head.ts';

export function ProductPage({ data: product, search }: PageProps<ProductData>) {
  return (
    <Container className="flex flex-col gap-14 pt-5 pb-20 lg:gap-20">
      <div className="flex flex-col gap-4 lg:gap-6">
        <Breadcrumbs trail={productTrail(product)} linkAs={AppLink} />
        <div className="grid gap-8 md:grid-cols-2 md:gap-10 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] lg:gap-16">
          {/* Another product is another gallery and another choice. */}
          <Gallery key={`gallery-${product.id}`} pictures={product.pictures} title={product.title} />
          <div className="md:sticky md:top-24 md:self-start">
            <BuyBox key={product.id} product={product} variantId={search.variant} />
          </div>
        </div>
      </div>
      <div className="grid gap-12 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] lg:gap-16">
        {product.descriptionHtml !== '' && (
          <section aria-labelledby="about" className="flex flex-col gap-4">
            <h2 id="about" className="text-2xl font-semibold">
              {texts.description}
            </h2>
            <Description html={product.descriptionHtml} />
          </section>
        )}
        <div className="flex flex-col gap-12">
          <Specs specs={product.specs} />
          <Seller seller={product.seller} />
        </div>
      </div>
      <ProductRow title={texts.related} cards={product.related} />
    </Container>
  );
}

function Description({ html }: { html: string }) {
  const trusted = useMemo(() => ({ __html: toTrustedHtml(html) }), [html]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised when it was saved, by contract
  return <div className={proseClass} dangerouslySetInnerHTML={trusted} />;
}

function Specs({ specs }: { specs: ProductData['specs'] }) {
  if (specs.length === 0) return null;
  return (
    <section aria-labelledby="specs" className="flex flex-col gap-3">
      <h2 id="specs" className="text-2xl font-semibold">
        {texts.specs}
      </h2>
      <table className="w-full text-sm">
        <tbody>
          {specs.map((spec) => (
            <tr key={spec.name} className="border-b border-line last:border-0">
              <th scope="row" className="w-2/5 py-2.5 pe-4 text-start align-top font-normal text-ink-muted">
                {spec.name}
              </th>
              <td className="py-2.5 align-top">{spec.value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Seller({ seller }: { seller: ProductData['seller'] }) {
  return (
    <section
      aria-labelledby="seller"
      className="flex flex-col items-start gap-3 rounded-lg bg-surface-sunken p-6"
    >
      <h2 id="seller" className="text-sm font-medium text-ink-muted">
        {texts.seller}
      </h2>
      <p className="text-lg font-semibold">{seller.name}</p>
      {seller.description !== '' && <p className="text-ink-muted">{seller.description}</p>}
      <AppLink href={paths.store(seller.slug)} className={buttonClass({ variant: 'secondary', size: 'sm' })}>
        {texts.visitSeller(seller.name)}
      </AppLink>
    </section>
  );
}
