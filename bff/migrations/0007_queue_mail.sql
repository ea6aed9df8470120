-- Queues a mail in the transaction of the caller, once by its key: the one place that writes new rows of `mail`.
-- `mail` is what `encodeMail` in `notification/queue-mail.ts` makes.
CREATE FUNCTION queue_mail(mail jsonb, recipient text) RETURNS void LANGUAGE sql AS $$
  INSERT INTO mail (id, template, dedupe_key, recipient, data, priority, next_attempt_at, expires_at, created_at)
  SELECT m.id, m.template, m."dedupeKey", queue_mail.recipient, m.data, m.priority, m."createdAt", m."expiresAt",
    m."createdAt"
  FROM jsonb_to_record(queue_mail.mail) AS m (id uuid, template text, "dedupeKey" text, data jsonb, priority smallint,
    "createdAt" timestamptz, "expiresAt" timestamptz)
  ON CONFLICT (dedupe_key) DO NOTHING
$$;
--> statement-breakpoint
-- As before, and every order that becomes paid has its mail queued.
CREATE OR REPLACE FUNCTION pay_orders(batch jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  order_ids uuid[];
  paid jsonb;
  answer jsonb;
  answers jsonb := '[]';
BEGIN
  SELECT array_agg((p->>'orderId')::uuid) INTO order_ids FROM jsonb_array_elements(batch) AS p;
  PERFORM FROM cart WHERE id IN (SELECT cart_id FROM orders WHERE id = ANY (order_ids)) ORDER BY id FOR UPDATE;
  PERFORM FROM orders WHERE id = ANY (order_ids) ORDER BY id FOR UPDATE;
  PERFORM FROM stock WHERE variant_id IN (SELECT variant_id FROM order_line WHERE order_id = ANY (order_ids))
  ORDER BY variant_id FOR UPDATE;
  FOR paid IN SELECT p FROM jsonb_array_elements(batch) AS p LOOP
    answer := pay_order(paid);
    IF answer->>'outcome' = 'paid' THEN
      PERFORM queue_mail(paid->'mail', email) FROM orders WHERE id = (paid->>'orderId')::uuid;
    END IF;
    answers := answers || jsonb_build_array(answer);
  END LOOP;
  RETURN answers;
END $$;
