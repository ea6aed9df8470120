import { z } from 'zod';

/** One-based page of a list; sizes are bounded so that no request can ask for everything. */
export const pageSchema = z.int().min(1).max(500).default(1);
export const pageSizeSchema = (normal: number) => z.int().min(1).max(96).default(normal);

/** A page of a list with the total count, as every listing procedure answers it. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), total: z.int(), page: z.int(), pageSize: z.int() });
