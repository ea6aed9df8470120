import type { Query } from '../../platform/query.ts';
import type { Services } from '../../platform/services.ts';
import { findSellersByNameOrSlug } from '../../seller/public.ts';
import { announceListing } from '../announce-listing.ts';
import { findCategories } from '../category.repository.ts';
import { assembleCatalogue, categoryFinder, findSkuConflicts, stageCatalogue } from './check-catalogue.ts';
import { type FetchPictureOptions, fetchPicture } from './fetch-picture.ts';
import type { ImportError } from './shopify-row.ts';
import {
  createStaging,
  readPictures,
  readProducts,
  readUnfetchedLinks,
  stageLinks,
  stagePictures,
} from './staging.repository.ts';
import { countImported, lockImported, writeProduct } from './write-products.repository.ts';

const PRODUCTS_PER_BATCH = 100;
const PARALLEL_FETCHES = 8;

export interface ImportRequest {
  /** Path of a Shopify product CSV. */
  file: string;
  /** Name or slug of the seller that it belongs to. */
  seller: string;
  /** Slug of the category for all products; found by the file's Type otherwise. */
  category: string | null;
  /** Check only: the market stays as it is and no picture is fetched. */
  isDryRun: boolean;
  onProgress?: (step: 'reading' | 'pictures' | 'writing', done: number, total: number | null) => void;
  fetching?: FetchPictureOptions;
}

export type ImportReport =
  | { ok: true; created: number; updated: number; picturesFetched: number; picturesLinked: number }
  | { ok: false; errors: ImportError[] };

export type ImportServices = Pick<Services, 'database' | 'storage' | 'responseCache' | 'pubsub' | 'clock'>;

/**
 * Brings a seller's catalogue into the market. Three steps: the file is read and checked as a whole in temporary
 * tables; pictures are fetched; everything is written in one transaction. So a catalogue is in or it is not. A second
 * import of the same handles updates them.
 */
export async function importCatalogue(
  services: ImportServices,
  request: ImportRequest,
): Promise<ImportReport> {
  const place = await findPlace(services, request);
  if ('errors' in place) return { ok: false, errors: place.errors };
  const progress = request.onProgress ?? (() => {});
  // Temporary tables need one connection; only a transaction ends with an error when that connection is lost.
  return await services.database.client.begin(async (staging): Promise<ImportReport> => {
    await createStaging(staging);
    const staged = await stageCatalogue(staging, request.file, (bytes) => progress('reading', bytes, null));
    const { index, errors } = await assembleCatalogue(staging, place.findCategory, staged.badHandles);
    const conflicts = await findSkuConflicts(services.database.db, place.sellerId, index);
    const problems = [...staged.errors, ...errors, ...conflicts].sort((a, b) => a.line - b.line);
    if (problems.length > 0) return { ok: false, errors: problems };
    const handles = [...index.handles];
    if (request.isDryRun) return await predict(services, place.sellerId, handles);

    const pictures = await fetchPictures(services, staging, request.fetching ?? {}, (done, total) =>
      progress('pictures', done, total),
    );
    const written = await writeCatalogue(services, staging, place.sellerId, handles, (done) =>
      progress('writing', done, handles.length),
    );
    await announceListing(services, written.productIds);
    return {
      ok: true,
      created: written.created,
      updated: written.productIds.length - written.created,
      ...pictures,
    };
  });
}

async function findPlace(services: ImportServices, request: ImportRequest) {
  const { db } = services.database;
  const blame = (message: string) => ({ errors: [{ line: 0, column: null, message }] });
  const [sellers, categories] = await Promise.all([
    findSellersByNameOrSlug(db, request.seller),
    findCategories(db),
  ]);
  const [seller, another] = sellers;
  if (!seller) return blame(`There is no seller "${request.seller}".`);
  if (another) return blame(`Several sellers are called "${request.seller}". State the slug instead.`);
  const category = categories.find((row) => row.slug === request.category);
  if (request.category !== null && !category) return blame(`There is no category "${request.category}".`);
  return { sellerId: seller.id, findCategory: categoryFinder(categories, category?.id ?? null) };
}

/** What an import would do. */
async function predict(
  { database }: ImportServices,
  sellerId: string,
  handles: readonly string[],
): Promise<ImportReport> {
  const updated = await countImported(database.db, sellerId, handles);
  return { ok: true, created: handles.length - updated, updated, picturesFetched: 0, picturesLinked: 0 };
}

async function fetchPictures(
  services: ImportServices,
  staging: Query,
  options: FetchPictureOptions,
  onProgress: (done: number, total: number) => void,
) {
  const total = await stageLinks(staging);
  const counts = { picturesFetched: 0, picturesLinked: 0 };
  for (;;) {
    const links = await readUnfetchedLinks(staging, PARALLEL_FETCHES);
    if (links.length === 0) return counts;
    const pictures = await Promise.all(
      links.map(async (link) => {
        const { isFetched, ...picture } = await fetchPicture(services.storage, link, options);
        counts[isFetched ? 'picturesFetched' : 'picturesLinked'] += 1;
        return { link, picture };
      }),
    );
    await stagePictures(staging, pictures);
    onProgress(counts.picturesFetched + counts.picturesLinked, total);
  }
}

function writeCatalogue(
  services: ImportServices,
  staging: Query,
  sellerId: string,
  handles: readonly string[],
  onProgress: (done: number) => void,
): Promise<{ created: number; productIds: string[] }> {
  const now = services.clock.now();
  return services.database.db.transaction(async (store) => {
    const existing = await lockImported(store, sellerId, handles);
    const productIds: string[] = [];
    let created = 0;
    for (let seq = 0; seq < handles.length; seq += PRODUCTS_PER_BATCH) {
      const products = await readProducts(staging, seq, PRODUCTS_PER_BATCH);
      const links = products.flatMap(({ content }) => content.pictures.map(({ url }) => url));
      const fetched = await readPictures(staging, links);
      for (const { content } of products) {
        const pictures = content.pictures.flatMap(({ url, alt }) => {
          const picture = fetched.get(url);
          return picture ? { ...picture, alt } : [];
        });
        const product = { ...content, pictures };
        const existingId = existing.get(content.handle);
        const written = await writeProduct(store, { sellerId, product, existingId, now });
        productIds.push(written.productId);
        if (written.isNew) created += 1;
      }
      onProgress(productIds.length);
    }
    return { created, productIds };
  });
}
