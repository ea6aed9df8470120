-- Placing orders, several in one round trip and one commit: under load the time that a popular variant is locked, and
-- the wait for the disk, are shared by all of them. A refused order changes nothing and leaves the others alone.
--
-- Locks are taken in one order everywhere: cart, order, seller orders, stock by variant id.

-- One order; `place_orders` holds the locks. Answers {outcome: 'placed' | 'repeated', orderId, orderNumber, totalMinor,
-- expiresAt, supersededOrderIds, releasedProductIds}, {outcome: 'cart_changed'} or {outcome: 'out_of_stock', variantIds}.
CREATE FUNCTION place_order(placed jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  new_order jsonb := placed->'order';
  new_id uuid := new_order->>'id';
  moment timestamptz := new_order->>'placedAt';
  repeated jsonb;
  superseded_ids uuid[];
  released_product_ids uuid[];
  variant_ids uuid[];
  quantities int[];
  short_ids jsonb;
BEGIN
  -- What was priced is what is bought, or the cart is read again.
  PERFORM FROM cart WHERE id = (new_order->>'cartId')::uuid AND version = (placed->>'cartVersion')::int;
  IF NOT FOUND THEN
    RETURN jsonb_build_object('outcome', 'cart_changed');
  END IF;

  SELECT jsonb_build_object('outcome', 'repeated', 'orderId', o.id, 'orderNumber', o.number,
    'totalMinor', o.total_minor, 'expiresAt', o.expires_at,
    'supersededOrderIds', '[]'::jsonb, 'releasedProductIds', '[]'::jsonb)
  INTO repeated
  FROM orders o
  WHERE o.buyer_key = new_order->>'buyerKey' AND o.idempotency_key = (new_order->>'idempotencyKey')::uuid;
  IF FOUND THEN
    RETURN repeated;
  END IF;

  -- An unpaid order of the same cart gives way, and what it holds goes towards the new one.
  SELECT array_agg(id) INTO superseded_ids
  FROM orders WHERE cart_id = (new_order->>'cartId')::uuid AND status = 'pending_payment';
  SELECT array_agg(variant_id), array_agg(quantity) INTO variant_ids, quantities
  FROM (
    SELECT variant_id, sum(quantity) AS quantity
    FROM (
      SELECT l."variantId" AS variant_id, l.quantity
      FROM jsonb_to_recordset(placed->'lines') AS l ("variantId" uuid, quantity int)
      UNION ALL
      SELECT l.variant_id, -l.quantity
      FROM seller_order so JOIN order_line l ON l.seller_order_id = so.id
      WHERE so.order_id = ANY (superseded_ids) AND so.status = 'pending_payment'
    ) AS moved
    GROUP BY variant_id
  ) AS needed
  WHERE quantity <> 0;

  SELECT jsonb_agg(needed.variant_id) INTO short_ids
  FROM unnest(variant_ids, quantities) AS needed (variant_id, quantity) LEFT JOIN stock USING (variant_id)
  WHERE needed.quantity > 0 AND needed.quantity > coalesce(on_hand - reserved, 0);
  IF short_ids IS NOT NULL THEN
    RETURN jsonb_build_object('outcome', 'out_of_stock', 'variantIds', short_ids);
  END IF;
  UPDATE stock SET reserved = reserved + needed.quantity, updated_at = moment
  FROM unnest(variant_ids, quantities) AS needed (variant_id, quantity)
  WHERE stock.variant_id = needed.variant_id;

  IF superseded_ids IS NOT NULL THEN
    UPDATE orders SET status = 'cancelled', superseded_by = new_id WHERE id = ANY (superseded_ids);
    WITH cancelled AS (
      UPDATE seller_order SET status = 'cancelled', updated_at = moment,
        timeline = timeline || jsonb_build_object('status', 'cancelled', 'at', new_order->>'placedAt')
      WHERE order_id = ANY (superseded_ids) AND status = 'pending_payment'
      RETURNING id, order_id, seller_id
    ), told AS (
      INSERT INTO outbox (id, aggregate_id, type, version, payload, occurred_at)
      SELECT gen_random_uuid(), id, 'seller_order.cancelled', 1, jsonb_build_object('orderId', order_id,
        'sellerOrderId', id, 'sellerId', seller_id, 'by', 'system'), moment
      FROM cancelled
    )
    SELECT array_agg(DISTINCT l.product_id) INTO released_product_ids
    FROM cancelled JOIN order_line l ON l.seller_order_id = cancelled.id;
  END IF;

  INSERT INTO orders (id, number, buyer_key, buyer_account_id, cart_id, idempotency_key, status, email, address,
    currency, items_minor, shipping_minor, total_minor, placed_at, expires_at)
  SELECT o.id, o.number, o."buyerKey", o."buyerAccountId", o."cartId", o."idempotencyKey", 'pending_payment', o.email,
    o.address, o.currency, o."itemsMinor", o."shippingMinor", o."totalMinor", o."placedAt", o."expiresAt"
  FROM jsonb_to_record(new_order) AS o (id uuid, number text, "buyerKey" text, "buyerAccountId" uuid, "cartId" uuid,
    "idempotencyKey" uuid, email text, address jsonb, currency char(3), "itemsMinor" bigint, "shippingMinor" bigint,
    "totalMinor" bigint, "placedAt" timestamptz, "expiresAt" timestamptz);

  INSERT INTO seller_order (id, order_id, number, seller_id, status, items_minor, shipping_minor, total_minor,
    shipping_speed, timeline, placed_at, updated_at)
  SELECT s.id, new_id, s.number, s."sellerId", 'pending_payment', s."itemsMinor", s."shippingMinor", s."totalMinor",
    s."shippingSpeed",
    jsonb_build_array(jsonb_build_object('status', 'pending_payment', 'at', new_order->>'placedAt')), moment, moment
  FROM jsonb_to_recordset(placed->'sellerOrders') AS s (id uuid, number text, "sellerId" uuid, "itemsMinor" bigint,
    "shippingMinor" bigint, "totalMinor" bigint, "shippingSpeed" text);

  INSERT INTO order_line (id, seller_order_id, order_id, variant_id, product_id, product_slug, title, variant_label,
    picture, quantity, unit_price_minor, total_minor)
  SELECT l.id, l."sellerOrderId", new_id, l."variantId", l."productId", l."productSlug", l.title, l."variantLabel",
    nullif(l.picture, 'null'::jsonb), l.quantity, l."unitPriceMinor", l."totalMinor"
  FROM jsonb_to_recordset(placed->'lines') AS l (id uuid, "sellerOrderId" uuid, "variantId" uuid, "productId" uuid,
    "productSlug" text, title text, "variantLabel" text, picture jsonb, quantity int, "unitPriceMinor" bigint,
    "totalMinor" bigint);

  INSERT INTO outbox (id, aggregate_id, type, version, payload, occurred_at)
  SELECT f.id, f."aggregateId", f.type, f.version, f.payload, f."occurredAt"
  FROM jsonb_to_record(placed->'fact') AS f (id uuid, "aggregateId" text, type text, version int, payload jsonb,
    "occurredAt" timestamptz);

  RETURN jsonb_build_object('outcome', 'placed', 'orderId', new_order->'id', 'orderNumber', new_order->'number',
    'totalMinor', new_order->'totalMinor', 'expiresAt', new_order->'expiresAt',
    'supersededOrderIds', coalesce(to_jsonb(superseded_ids), '[]'::jsonb),
    'releasedProductIds', coalesce(to_jsonb(released_product_ids), '[]'::jsonb));
END $$;
--> statement-breakpoint
-- A batch of orders of different carts. Answers what `place_order` answers for each, in the same order.
CREATE FUNCTION place_orders(batch jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  cart_ids uuid[];
  pending_ids uuid[];
  placed jsonb;
  answers jsonb := '[]';
BEGIN
  SELECT array_agg((p->'order'->>'cartId')::uuid) INTO cart_ids FROM jsonb_array_elements(batch) AS p;
  PERFORM FROM cart WHERE id = ANY (cart_ids) ORDER BY id FOR UPDATE;

  SELECT array_agg(id) INTO pending_ids
  FROM (
    SELECT id FROM orders WHERE cart_id = ANY (cart_ids) AND status = 'pending_payment' ORDER BY id FOR UPDATE
  ) AS pending;

  PERFORM FROM stock
  WHERE variant_id IN (
    SELECT (l->>'variantId')::uuid FROM jsonb_array_elements(batch) AS p, jsonb_array_elements(p->'lines') AS l
    UNION
    SELECT variant_id FROM order_line WHERE order_id = ANY (pending_ids)
  )
  ORDER BY variant_id
  FOR UPDATE;

  FOR placed IN SELECT p FROM jsonb_array_elements(batch) AS p LOOP
    answers := answers || jsonb_build_array(place_order(placed));
  END LOOP;
  RETURN answers;
END $$;
