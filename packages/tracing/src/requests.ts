import type { IncomingMessage, ServerResponse } from 'node:http';
import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

const tracer = trace.getTracer('@plaza/tracing');
let isOn = false;
export const traceFromNowOn = (): void => {
  isOn = true;
};

/** Their number would bury everything else. */
const UNTRACED = /^\/(assets|remotes|media|healthz)\b/;

/**
 * A listener whose requests are spans of the trace that the caller began, or of their own. What the request is handed on
 * to by its headers (a proxy) continues this span.
 */
export function traceRequests(listener: Listener): Listener {
  if (!isOn) return listener;
  return (request, response) => {
    const [path = '/'] = (request.url ?? '/').split('?', 1);
    if (UNTRACED.test(path)) return listener(request, response);
    const caller = propagation.extract(context.active(), request.headers);
    const attributes = { 'http.request.method': request.method ?? '', 'url.path': path };
    const span = tracer.startSpan(
      nameOf(request.method, path),
      { kind: SpanKind.SERVER, attributes },
      caller,
    );
    const within = trace.setSpan(caller, span);
    propagation.inject(within, request.headers);
    response.once('close', () => {
      span.setAttribute('http.response.status_code', response.statusCode);
      if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    });
    context.with(within, listener, undefined, request, response);
  };
}

/** Procedures and endpoints whole, pages by their kind: names that can be counted by. */
const nameOf = (method = '', path: string) =>
  `${method} ${/^\/(api|ingest|internal)\//.test(path) ? path : `/${path.split('/')[1] ?? ''}`}`;

/** Headers by which a call to another process continues the span that is under way; none when nothing is traced. */
export function traceHeaders(): Record<string, string> {
  const headers: Record<string, string> = {};
  if (isOn) propagation.inject(context.active(), headers);
  return headers;
}
