import { context, type SpanContext, SpanKind, TraceFlags, trace } from '@opentelemetry/api';

interface Fact {
  /** UUID. */
  id: string;
  type: string;
  /** ISO 8601. */
  occurredAt: string;
}

const tracer = trace.getTracer('@plaza/tracing');

/**
 * A fact outlives the request that made it, so it has a trace of its own, whose id is the fact's: whoever knows a fact
 * finds what became of it, and nothing about traces has to be stored.
 */
function factContext(factId: string): SpanContext {
  const traceId = factId.replaceAll('-', '');
  return { traceId, spanId: traceId.slice(16), traceFlags: TraceFlags.SAMPLED, isRemote: true };
}

/** Says in the span under way which facts came of it, with a link to the trace of each. */
export function noteFacts(facts: readonly Pick<Fact, 'id' | 'type'>[]): void {
  const span = trace.getActiveSpan();
  if (span === undefined) return;
  for (const { id, type } of facts) {
    span.addLink({ context: factContext(id), attributes: { 'fact.id': id, 'fact.type': type } });
  }
}

/** A span from the moment in which each fact came true until now, when it is in ClickHouse, in the fact's own trace. */
export function traceDelivery(facts: readonly Fact[]): void {
  for (const { id, type, occurredAt } of facts) {
    const cause = trace.setSpanContext(context.active(), factContext(id));
    const options = {
      kind: SpanKind.CONSUMER,
      startTime: new Date(occurredAt),
      attributes: { 'fact.id': id, 'fact.type': type },
    };
    tracer.startSpan(`deliver ${type}`, options, cause).end();
  }
}
