-- Payments that are as they should be, several in one round trip and one commit, as orders are placed. Whatever is out of
-- the ordinary (paid twice, too late, another amount) is answered as such with nothing changed: the rules for it are in
-- `payment/record-payment.ts`, which knows the ordinary case too and must leave the same rows behind.

-- One payment; `pay_orders` holds the locks. Answers {outcome: 'paid', productIds}, {outcome: 'repeated'} when the event
-- has been handled before, or {outcome: 'not_ordinary'}.
CREATE FUNCTION pay_order(paid jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  moment timestamptz := paid->>'at';
  step jsonb := jsonb_build_object('status', 'paid', 'at', paid->>'at');
  buyer_order orders;
  line_count int;
  bought_variant_ids uuid[];
  bought_quantities int[];
  bought_product_ids uuid[];
BEGIN
  PERFORM FROM stripe_event WHERE id = paid->'event'->>'id' AND handled_at IS NOT NULL;
  IF FOUND THEN
    RETURN jsonb_build_object('outcome', 'repeated');
  END IF;
  SELECT * INTO buyer_order FROM orders WHERE id = (paid->>'orderId')::uuid AND status = 'pending_payment'
    AND total_minor = (paid->>'amountMinor')::bigint AND currency = paid->>'currency';
  IF NOT FOUND THEN
    RETURN jsonb_build_object('outcome', 'not_ordinary');
  END IF;

  INSERT INTO stripe_event (id, type, payload, received_at, handled_at, attempts)
  VALUES (paid->'event'->>'id', paid->'event'->>'type', paid->'event'->'payload', moment, moment, 1)
  ON CONFLICT (id) DO UPDATE SET handled_at = excluded.handled_at, attempts = stripe_event.attempts + 1,
    last_error = NULL;

  INSERT INTO payment (id, order_id, attempt, session_id, intent_id, status, amount_minor, currency, created_at,
    updated_at)
  SELECT (paid->>'paymentId')::uuid, buyer_order.id, coalesce(max(attempt), 0) + 1, paid->>'sessionId',
    paid->>'intentId', 'succeeded', (paid->>'amountMinor')::bigint, paid->>'currency', moment, moment
  FROM payment WHERE order_id = buyer_order.id
  ON CONFLICT (session_id) DO UPDATE SET status = 'succeeded', intent_id = excluded.intent_id,
    failure_message = NULL, updated_at = excluded.updated_at;

  -- The fact, of the parts as they are about to be paid: one that was cancelled before is not among them.
  INSERT INTO outbox (id, aggregate_id, type, version, payload, occurred_at)
  SELECT (paid->>'factId')::uuid, buyer_order.id, 'order.paid', 1, jsonb_build_object(
    'orderId', buyer_order.id, 'orderNumber', buyer_order.number, 'buyerKey', buyer_order.buyer_key,
    'currency', buyer_order.currency, 'totalMinor', buyer_order.total_minor,
    'sellerOrders', jsonb_agg(jsonb_build_object(
      'sellerOrderId', so.id, 'sellerId', so.seller_id,
      'itemsMinor', so.items_minor, 'shippingMinor', so.shipping_minor, 'totalMinor', so.total_minor,
      'lines', (
        SELECT jsonb_agg(jsonb_build_object('productId', l.product_id, 'variantId', l.variant_id, 'title', l.title,
          'quantity', l.quantity, 'unitPriceMinor', l.unit_price_minor, 'totalMinor', l.total_minor) ORDER BY l.id)
        FROM order_line l WHERE l.seller_order_id = so.id
      )
    ) ORDER BY so.id)), moment
  FROM seller_order so WHERE so.order_id = buyer_order.id AND so.status = 'pending_payment';

  SELECT array_agg(variant_id), array_agg(quantity), array_agg(product_id), sum(lines)
  INTO bought_variant_ids, bought_quantities, bought_product_ids, line_count
  FROM (
    SELECT l.variant_id, l.product_id, sum(l.quantity)::int AS quantity, count(*) AS lines
    FROM seller_order so JOIN order_line l ON l.seller_order_id = so.id
    WHERE so.order_id = buyer_order.id AND so.status = 'pending_payment'
    GROUP BY l.variant_id, l.product_id
  ) AS bought;
  IF line_count IS NULL THEN
    RAISE EXCEPTION 'Order % has nothing to pay for.', buyer_order.number;
  END IF;

  UPDATE orders SET status = 'paid', paid_at = moment WHERE id = buyer_order.id;
  UPDATE seller_order SET status = 'paid', timeline = timeline || step, updated_at = moment
  WHERE order_id = buyer_order.id AND status = 'pending_payment';
  UPDATE stock SET on_hand = on_hand - bought.quantity, reserved = reserved - bought.quantity, updated_at = moment
  FROM unnest(bought_variant_ids, bought_quantities) AS bought (variant_id, quantity)
  WHERE stock.variant_id = bought.variant_id;

  -- What was bought leaves the cart; units that were added since stay.
  UPDATE cart SET version = version + 1, updated_at = moment WHERE id = buyer_order.cart_id;
  DELETE FROM cart_line USING unnest(bought_variant_ids, bought_quantities) AS bought (variant_id, quantity)
  WHERE cart_line.cart_id = buyer_order.cart_id AND cart_line.variant_id = bought.variant_id
    AND cart_line.quantity <= bought.quantity;
  UPDATE cart_line SET quantity = cart_line.quantity - bought.quantity
  FROM unnest(bought_variant_ids, bought_quantities) AS bought (variant_id, quantity)
  WHERE cart_line.cart_id = buyer_order.cart_id AND cart_line.variant_id = bought.variant_id
    AND cart_line.quantity > bought.quantity;

  RETURN jsonb_build_object('outcome', 'paid', 'productIds', to_jsonb(bought_product_ids));
END $$;
--> statement-breakpoint
-- A batch of payments of different orders. Answers what `pay_order` answers for each, in the same order.
CREATE FUNCTION pay_orders(batch jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  order_ids uuid[];
  paid jsonb;
  answers jsonb := '[]';
BEGIN
  SELECT array_agg((p->>'orderId')::uuid) INTO order_ids FROM jsonb_array_elements(batch) AS p;
  PERFORM FROM cart WHERE id IN (SELECT cart_id FROM orders WHERE id = ANY (order_ids)) ORDER BY id FOR UPDATE;
  PERFORM FROM orders WHERE id = ANY (order_ids) ORDER BY id FOR UPDATE;
  PERFORM FROM stock WHERE variant_id IN (SELECT variant_id FROM order_line WHERE order_id = ANY (order_ids))
  ORDER BY variant_id FOR UPDATE;
  FOR paid IN SELECT p FROM jsonb_array_elements(batch) AS p LOOP
    answers := answers || jsonb_build_array(pay_order(paid));
  END LOOP;
  RETURN answers;
END $$;
--> statement-breakpoint
-- As in `0002_place_order.sql`, but the variants are an array before their stock is locked: of a subquery the planner expects
-- so many rows that it reads the whole table.
CREATE OR REPLACE FUNCTION place_orders(batch jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  cart_ids uuid[];
  pending_ids uuid[];
  variant_ids uuid[];
  placed jsonb;
  answers jsonb := '[]';
BEGIN
  SELECT array_agg((p->'order'->>'cartId')::uuid) INTO cart_ids FROM jsonb_array_elements(batch) AS p;
  PERFORM FROM cart WHERE id = ANY (cart_ids) ORDER BY id FOR UPDATE;

  SELECT array_agg(id) INTO pending_ids
  FROM (
    SELECT id FROM orders WHERE cart_id = ANY (cart_ids) AND status = 'pending_payment' ORDER BY id FOR UPDATE
  ) AS pending;

  SELECT array_agg(variant_id) INTO variant_ids
  FROM (
    SELECT (l->>'variantId')::uuid AS variant_id
    FROM jsonb_array_elements(batch) AS p, jsonb_array_elements(p->'lines') AS l
    UNION
    SELECT variant_id FROM order_line WHERE order_id = ANY (pending_ids)
  ) AS touched;
  PERFORM FROM stock WHERE variant_id = ANY (variant_ids) ORDER BY variant_id FOR UPDATE;

  FOR placed IN SELECT p FROM jsonb_array_elements(batch) AS p LOOP
    answers := answers || jsonb_build_array(place_order(placed));
  END LOOP;
  RETURN answers;
END $$;
