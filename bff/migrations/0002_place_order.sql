-- Places an order in one round trip: what a transaction of ten statements would do while the stock's row is locked.
-- Answers {outcome: 'placed' | 'repeated', orderId, orderNumber, totalMinor, expiresAt, supersededOrderIds,
-- releasedProductIds} or {outcome: 'cart_changed'}. Raises PZ001 with {variantIds} as detail when stock is short, which
-- undoes everything.
--
-- Locks are taken in one order everywhere: cart, order, seller orders, stock by variant id. Stock comes last, so that
-- buyers of one popular variant wait for each other as briefly as can be.
CREATE FUNCTION place_order(placed jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  new_order jsonb := placed->'order';
  moment timestamptz := (new_order->>'placedAt')::timestamptz;
  repeated jsonb;
  superseded_ids uuid[];
  cancelled_ids uuid[];
  released_product_ids uuid[];
  variant_ids uuid[];
  quantities int[];
  short_ids jsonb;
BEGIN
  -- The cart's lock lets submits from several tabs follow each other; its version proves that what was priced is what
  -- is bought.
  PERFORM FROM cart
  WHERE id = (new_order->>'cartId')::uuid AND version = (placed->>'cartVersion')::int
  FOR UPDATE;
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

  -- An unpaid order of the same cart gives way: what it holds goes towards the new one.
  WITH superseded AS (
    UPDATE orders SET status = 'cancelled', superseded_by = (new_order->>'id')::uuid
    WHERE cart_id = (new_order->>'cartId')::uuid AND status = 'pending_payment'
    RETURNING id
  )
  SELECT array_agg(id) INTO superseded_ids FROM superseded;
  IF superseded_ids IS NOT NULL THEN
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
    SELECT array_agg(id) INTO cancelled_ids FROM cancelled;
    SELECT array_agg(DISTINCT product_id) INTO released_product_ids
    FROM order_line WHERE seller_order_id = ANY (cancelled_ids);
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
  SELECT s.id, (new_order->>'id')::uuid, s.number, s."sellerId", 'pending_payment', s."itemsMinor",
    s."shippingMinor", s."totalMinor", s."shippingSpeed",
    jsonb_build_array(jsonb_build_object('status', 'pending_payment', 'at', new_order->>'placedAt')),
    moment, moment
  FROM jsonb_to_recordset(placed->'sellerOrders') AS s (id uuid, number text, "sellerId" uuid, "itemsMinor" bigint,
    "shippingMinor" bigint, "totalMinor" bigint, "shippingSpeed" text);

  INSERT INTO order_line (id, seller_order_id, order_id, variant_id, product_id, product_slug, title, variant_label,
    picture, quantity, unit_price_minor, total_minor)
  SELECT l.id, l."sellerOrderId", (new_order->>'id')::uuid, l."variantId", l."productId", l."productSlug", l.title,
    l."variantLabel", nullif(l.picture, 'null'::jsonb), l.quantity, l."unitPriceMinor", l."totalMinor"
  FROM jsonb_to_recordset(placed->'lines') AS l (id uuid, "sellerOrderId" uuid, "variantId" uuid, "productId" uuid,
    "productSlug" text, title text, "variantLabel" text, picture jsonb, quantity int, "unitPriceMinor" bigint,
    "totalMinor" bigint);

  INSERT INTO outbox (id, aggregate_id, type, version, payload, occurred_at)
  SELECT f.id, f."aggregateId", f.type, f.version, f.payload, f."occurredAt"
  FROM jsonb_to_record(placed->'fact') AS f (id uuid, "aggregateId" text, type text, version int, payload jsonb,
    "occurredAt" timestamptz);

  SELECT array_agg(variant_id), array_agg(quantity) INTO variant_ids, quantities
  FROM (
    SELECT variant_id, sum(quantity) AS quantity
    FROM (
      SELECT l."variantId" AS variant_id, l.quantity
      FROM jsonb_to_recordset(placed->'lines') AS l ("variantId" uuid, quantity int)
      UNION ALL
      SELECT variant_id, -quantity FROM order_line WHERE seller_order_id = ANY (cancelled_ids)
    ) AS moved
    GROUP BY variant_id
  ) AS needed
  WHERE quantity <> 0;
  -- Locking and changing are two statements: the second one sees what the first one waited for.
  PERFORM FROM stock WHERE variant_id = ANY (variant_ids) ORDER BY variant_id FOR UPDATE;
  WITH needed AS (
    SELECT * FROM unnest(variant_ids, quantities) AS n (variant_id, quantity)
  ), changed AS (
    UPDATE stock SET reserved = reserved + needed.quantity, updated_at = moment
    FROM needed
    WHERE stock.variant_id = needed.variant_id AND needed.quantity <= on_hand - reserved
    RETURNING stock.variant_id
  )
  SELECT jsonb_agg(needed.variant_id) INTO short_ids
  FROM needed LEFT JOIN changed USING (variant_id)
  WHERE needed.quantity > 0 AND changed.variant_id IS NULL;
  IF short_ids IS NOT NULL THEN
    RAISE EXCEPTION 'not enough stock' USING ERRCODE = 'PZ001', DETAIL = jsonb_build_object('variantIds', short_ids);
  END IF;

  RETURN jsonb_build_object('outcome', 'placed', 'orderId', new_order->'id', 'orderNumber', new_order->'number',
    'totalMinor', new_order->'totalMinor', 'expiresAt', new_order->'expiresAt',
    'supersededOrderIds', coalesce(to_jsonb(superseded_ids), '[]'::jsonb),
    'releasedProductIds', coalesce(to_jsonb(released_product_ids), '[]'::jsonb));
END $$;
