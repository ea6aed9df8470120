import { randomUUID } from 'node:crypto';
import type { ApiClient } from '@plaza/api-client';

/** A listing that only one journey knows. */
export interface TestProduct {
  productId: string;
  variantId: string;
  slug: string;
  title: string;
  priceMinor: number;
}

/** A title that no other journey uses, told by its last word. */
export const uniqueTitle = (name: string): string => `${name} ${randomUUID().slice(0, 8)}`;

/** Lists and publishes a product without options. */
export async function listProduct(
  seller: ApiClient,
  { name = 'Journey cable', priceMinor = 4_900, stock = 20 } = {},
): Promise<TestProduct> {
  const title = uniqueTitle(name);
  const answer = await seller.catalog.saveListing.mutate({
    title,
    brand: 'Journey',
    categoryId: await someCategoryId(seller),
    descriptionHtml: '<p>Made for a journey.</p>',
    specs: [{ name: 'Length', value: '2 m' }],
    options: [],
    variants: [
      {
        sku: `E2E-${randomUUID()}`,
        optionValues: [],
        priceMinor,
        compareAtPriceMinor: null,
        weightGrams: 100,
        barcode: '',
        onHandQuantity: stock,
      },
    ],
    pictures: [],
    status: 'published',
  });
  if (!answer.ok) throw new Error(answer.message);
  const { variants } = await seller.catalog.getListing.query({ productId: answer.productId });
  const variantId = variants[0]?.id ?? '';
  return { productId: answer.productId, variantId, slug: answer.slug, title, priceMinor };
}

/** What is kept for unpaid orders, and what is on the shelf with it. */
export async function readStock(seller: ApiClient, { productId }: TestProduct) {
  const { variants } = await seller.catalog.getListing.query({ productId });
  return { reserved: variants[0]?.reservedQuantity, onHand: variants[0]?.onHandQuantity };
}

/** A category without children, where products belong. */
async function someCategoryId(api: ApiClient): Promise<string> {
  let [node] = await api.catalog.categories.query();
  while (node && node.children.length > 0) node = node.children[0];
  if (!node) throw new Error('The market has no categories.');
  return node.id;
}
