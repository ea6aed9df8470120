import { eq } from 'drizzle-orm';
import { variantTable } from '../catalog/catalog.table.ts';
import type { Sql } from '../platform/db.ts';
import { stockTable } from './stock.table.ts';

/** The stock of a variant with whose it is, locked until the transaction ends; null when there is no such variant. */
export async function lockStock(sql: Sql, variantId: string) {
  const [row] = await sql
    .select({
      productId: variantTable.productId,
      sellerId: variantTable.sellerId,
      onHand: stockTable.onHand,
      reserved: stockTable.reserved,
    })
    .from(stockTable)
    .innerJoin(variantTable, eq(variantTable.id, stockTable.variantId))
    .where(eq(stockTable.variantId, variantId))
    .for('update', { of: stockTable });
  return row ?? null;
}

export async function writeOnHand(sql: Sql, variantId: string, onHand: number, now: Date): Promise<void> {
  await sql.update(stockTable).set({ onHand, updatedAt: now }).where(eq(stockTable.variantId, variantId));
}
