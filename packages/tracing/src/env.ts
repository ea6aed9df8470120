import { z } from 'zod';

/** What the environment says of tracing, under OpenTelemetry's own names. */
const schema = z.object({
  /** Where traces are sent, as OTLP over HTTP with JSON; nothing is traced without it. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  /** The share of requests and facts that is traced. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(0.05),
});
export type TracingEnv = z.infer<typeof schema>;

/** @throws one line that names what is wrong */
export function readTracingEnv(source: NodeJS.ProcessEnv = process.env): TracingEnv {
  const parsed = schema.safeParse(source);
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
}
