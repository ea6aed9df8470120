import type { setStockInput, setStockResult } from '@plaza/contracts';
import { createSalesEvent } from '@plaza/events';
import type { z } from 'zod';
import { appendToOutbox } from '../platform/outbox.ts';
import type { Services } from '../platform/services.ts';
import { publishStock } from './publish-stock.ts';
import { lockStock, writeOnHand } from './stock.repository.ts';

/**
 * States what is on the shelf of a variant of the seller's own. Refused below what is promised to unpaid orders.
 * A variant of another seller is not found.
 */
export async function setStock(
  services: Services,
  seller: { id: string },
  input: z.output<typeof setStockInput>,
): Promise<z.input<typeof setStockResult>> {
  const { variantId, onHandQuantity } = input;
  const result = await services.database.db.transaction(async (tx) => {
    const stock = await lockStock(tx, variantId);
    if (!stock || stock.sellerId !== seller.id) return 'not_found';
    const { productId, reserved } = stock;
    if (onHandQuantity < reserved) return { reserved };
    const now = services.clock.now();
    await writeOnHand(tx, variantId, onHandQuantity, now);
    const quantities = {
      onHandQuantity,
      reservedQuantity: reserved,
      availableQuantity: onHandQuantity - reserved,
    };
    const payload = { productId, variantId, sellerId: seller.id, ...quantities };
    await appendToOutbox(tx, [
      createSalesEvent('stock.changed', { aggregateId: variantId, occurredAt: now, payload }),
    ]);
    return { productId, quantities };
  });
  if (result === 'not_found') return { ok: false, code: 'not_found', message: 'You have no such variant.' };
  if ('reserved' in result)
    return { ok: false, code: 'below_reserved', message: belowReserved(result.reserved) };
  await publishStock(services, [result.productId]);
  return { ok: true, ...result.quantities };
}

const belowReserved = (reserved: number) =>
  `${reserved} ${reserved === 1 ? 'unit is' : 'units are'} promised to orders that are being paid. Enter at least ${reserved}.`;
