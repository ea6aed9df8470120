import { MARKET_CURRENCY, toSlug } from '@plaza/contracts';
import { ASSORTMENT } from './assortment/index.ts';
import type { OptionDraft, ProductLine } from './assortment/product-line.ts';
import type { PictureKind } from './pictures/draw-product-picture.ts';
import { createRandom, type Random, seededId } from './random.ts';
import { DEMO_SELLERS } from './sellers.ts';

/** How many products each category gets; 48 categories make 1,200. */
const PRODUCTS_PER_CATEGORY = 25;
const DAY_MS = 86_400_000;

export interface DemoVariant {
  id: string;
  sku: string;
  optionValues: string[];
  priceMinor: number;
  compareAtPriceMinor: number | null;
  weightGrams: number;
  barcode: string;
  onHand: number;
}

export interface DemoProduct {
  id: string;
  sellerSlug: string;
  categorySlug: string;
  kind: PictureKind;
  slug: string;
  title: string;
  brand: string;
  summary: string;
  descriptionHtml: string;
  options: { name: string; values: string[] }[];
  specs: { name: string; value: string }[];
  variants: DemoVariant[];
  currency: string;
  publishedAt: Date;
  /** How much it sells compared with others. */
  popularity: number;
}

/** The 1,200 products of the demo market, the same for the same day. */
export function makeProducts(now: Date): DemoProduct[] {
  const products = ASSORTMENT.flatMap((line) => productsOf(line, now));
  return products;
}

function productsOf(line: ProductLine, now: Date): DemoProduct[] {
  const random = createRandom(`products/${line.category}`);
  const sellers = DEMO_SELLERS.filter((seller) => seller.departments.includes(line.department));
  const taken = new Set<string>();
  const products: DemoProduct[] = [];
  while (products.length < PRODUCTS_PER_CATEGORY) {
    const brand = random.pick(line.brands);
    const series = random.pick(line.series);
    const modelIndex = random.between(0, line.models.length - 1);
    const title = `${brand} ${series} ${line.models[modelIndex] ?? ''} ${line.noun}`;
    if (taken.has(title)) continue;
    taken.add(title);
    const sellerSlug = random.pick(sellers).slug;
    const ageMs = random.between(1, 400) * DAY_MS + random.between(0, DAY_MS);
    products.push(
      productOf(
        line,
        { brand, title, modelIndex, sellerSlug, publishedAt: new Date(now.getTime() - ageMs) },
        random,
      ),
    );
  }
  return products;
}

interface Identity {
  brand: string;
  title: string;
  modelIndex: number;
  sellerSlug: string;
  publishedAt: Date;
}

function productOf(line: ProductLine, identity: Identity, random: Random): DemoProduct {
  const [min, max] = line.price;
  // Later models cost more; some chance keeps neighbours apart.
  const position = (identity.modelIndex + random.next()) / line.models.length;
  const priceMinor = shopPrice((min + (max - min) * position) * 100);
  const specs = line.specs.map(([name, values]) => ({ name, value: random.pick(values) }));
  const story = [...line.story].sort(() => random.next() - 0.5).slice(0, 3);
  const slug = toSlug(identity.title);
  return {
    id: seededId(random, identity.publishedAt.getTime()),
    sellerSlug: identity.sellerSlug,
    categorySlug: line.category,
    kind: line.kind,
    slug,
    title: identity.title,
    brand: identity.brand,
    summary: `${story[0] ?? ''} ${specs[0]?.value ?? ''}.`.slice(0, 160),
    descriptionHtml: describe(identity.title, story, specs),
    options: line.options.map((option) => ({
      name: option.name,
      values: option.values.map(([value]) => value),
    })),
    specs: [{ name: 'Brand', value: identity.brand }, ...specs],
    variants: variantsOf(line, priceMinor, slug, identity.publishedAt, random),
    currency: MARKET_CURRENCY,
    publishedAt: identity.publishedAt,
    popularity: 1 / (1 + random.between(0, 40)) + (random.chance(0.06) ? 1.5 : 0),
  };
}

function describe(
  title: string,
  story: readonly string[],
  specs: readonly { name: string; value: string }[],
): string {
  const points = specs.slice(0, 3).map((spec) => `<li><strong>${spec.name}:</strong> ${spec.value}</li>`);
  return `<p>${story.join(' ')}</p><h3>Why the ${title}</h3><ul>${points.join('')}</ul><p>Ships in plain cardboard, with a two-year warranty and thirty days to change your mind.</p>`;
}

function variantsOf(
  line: ProductLine,
  basePriceMinor: number,
  slug: string,
  at: Date,
  random: Random,
): DemoVariant[] {
  const discounted = random.chance(0.14);
  const soldOut = random.chance(0.03);
  return combinations(line.options).map(({ values, addMinor }, index) => {
    const priceMinor = basePriceMinor + addMinor;
    const scarce = random.chance(0.08);
    return {
      id: seededId(random, at.getTime()),
      sku: `${slug
        .toUpperCase()
        .replace(/[^A-Z0-9]/g, '')
        .slice(0, 14)}-${index + 1}${random.between(100, 999)}`,
      optionValues: values,
      priceMinor,
      compareAtPriceMinor: discounted ? shopPrice(priceMinor * 1.18) : null,
      weightGrams: line.weightGrams,
      barcode: `40${random.between(10_000_000_000, 99_999_999_999)}`,
      onHand: soldOut ? 0 : scarce ? random.between(0, 3) : random.between(6, 180),
    };
  });
}

/** Every combination of option values, in the order of the options. */
function combinations(options: readonly OptionDraft[]): { values: string[]; addMinor: number }[] {
  return options.reduce<{ values: string[]; addMinor: number }[]>(
    (soFar, option) =>
      soFar.flatMap((combination) =>
        option.values.map(([value, addMinor]) => ({
          values: [...combination.values, value],
          addMinor: combination.addMinor + addMinor,
        })),
      ),
    [{ values: [], addMinor: 0 }],
  );
}

/** Prices as shops write them: below 100 end in .90, above they are whole and end in 9. */
function shopPrice(minor: number): number {
  if (minor < 10_000) return Math.max(90, Math.round(minor / 100) * 100 - 10);
  return Math.round(minor / 1000) * 1000 - 100;
}
