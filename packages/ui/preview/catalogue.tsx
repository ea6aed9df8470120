import { useState } from 'react';
import { Badge, StatusBadge } from '../src/badge.tsx';
import { Breadcrumbs } from '../src/breadcrumbs.tsx';
import { Button } from '../src/button.tsx';
import { NoPicture } from '../src/no-picture.tsx';
import { Pagination } from '../src/pagination.tsx';
import { Picture } from '../src/picture.tsx';
import { Price } from '../src/price.tsx';
import { cardLinkClass, ProductCardFrame } from '../src/product-card-frame.tsx';
import { QuantityStepper } from '../src/quantity-stepper.tsx';
import { RadioCards } from '../src/radio-cards.tsx';
import { Tabs } from '../src/tabs.tsx';
import { pictures } from './pictures.ts';
import { Section } from './section.tsx';

const products = [
  {
    name: 'Aurora 14 laptop, 16 GB',
    seller: 'Northbeam',
    priceMinor: 129_900,
    before: 149_900,
    hasPicture: true,
  },
  { name: 'Field headphones, noise cancelling', seller: 'Tone & Wire', priceMinor: 24_900, hasPicture: true },
  { name: 'Compact mechanical keyboard', seller: 'Keyworks', priceMinor: 11_950, hasPicture: true },
  { name: 'Travel camera, 26 megapixels', seller: 'Lumen Optics', priceMinor: 89_900, hasPicture: false },
];

export function Catalogue() {
  return (
    <Section title="Catalogue">
      <div className="grid grid-cols-2 gap-x-4 gap-y-10 lg:grid-cols-4 lg:gap-x-6">
        {products.map((product, index) => (
          <ProductCardFrame
            key={product.name}
            picture={
              product.hasPicture ? (
                <Picture src={pictures[index] ?? ''} alt="" priority />
              ) : (
                <NoPicture className="size-full" />
              )
            }
            badge={product.before && <Badge solid>−13%</Badge>}
          >
            <h3 className="font-medium">
              <a href={`#${index}`} className={cardLinkClass}>
                {product.name}
              </a>
            </h3>
            <p className="text-sm text-ink-muted">{product.seller}</p>
            <Price
              className="mt-1"
              priceMinor={product.priceMinor}
              currency="USD"
              compareAtMinor={product.before}
            />
          </ProductCardFrame>
        ))}
      </div>
      <Pagination page={6} pageCount={24} hrefFor={(page) => `#page-${page}`} />
      <ProductPage />
    </Section>
  );
}

function ProductPage() {
  const [colour, setColour] = useState('graphite');
  const [storage, setStorage] = useState('512');
  const [quantity, setQuantity] = useState(1);
  return (
    <div className="grid gap-8 md:grid-cols-2 lg:gap-16">
      <div className="overflow-hidden rounded-lg">
        <Picture src={pictures[0] ?? ''} alt="Laptop, open, seen from the front" priority />
      </div>
      <div className="flex flex-col gap-6">
        <Breadcrumbs
          trail={[{ label: 'Devices', href: '#d' }, { label: 'Laptops', href: '#l' }, { label: 'Aurora 14' }]}
        />
        <div className="flex flex-col gap-2">
          <h3 className="text-3xl font-semibold">Aurora 14</h3>
          <p className="text-ink-muted">Sold by Northbeam</p>
        </div>
        <Price priceMinor={129_900} currency="USD" compareAtMinor={149_900} size="lg" />
        <RadioCards
          legend="Colour"
          legendValue="Graphite"
          layout="chips"
          value={colour}
          onChange={setColour}
          options={[
            { value: 'graphite', label: 'Graphite' },
            { value: 'silver', label: 'Silver' },
            { value: 'sage', label: 'Sage', disabled: true },
          ]}
        />
        <RadioCards
          legend="Storage"
          layout="chips"
          value={storage}
          onChange={setStorage}
          options={[
            { value: '512', label: '512 GB' },
            { value: '1024', label: '1 TB' },
          ]}
        />
        <StatusBadge tone="positive">In stock: 10 items</StatusBadge>
        <div className="flex gap-3">
          <QuantityStepper value={quantity} onChange={setQuantity} max={10} />
          <Button fullWidth>Add to cart</Button>
        </div>
        <Tabs
          label="About this product"
          tabs={[
            {
              id: 'about',
              label: 'Description',
              content: (
                <p className="text-ink-muted">
                  A quiet laptop for long days, with a screen that is easy on the eyes.
                </p>
              ),
            },
            {
              id: 'specs',
              label: 'Specifications',
              content: <p className="text-ink-muted">14 inch, 1.2 kg</p>,
            },
          ]}
        />
      </div>
    </div>
  );
}
