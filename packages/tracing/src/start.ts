import { readTracingEnv, type TracingEnv } from './env.ts';
import { traceFromNowOn } from './requests.ts';

/**
 * Sends this process's traces if the environment names a place for them; else nothing is loaded and nothing is done.
 * To be called before servers are made.
 * @param service what the process is called in a trace: `shell`, `bff`, `pipeline`
 * @returns how to send what is waiting before the process ends
 */
export async function startTracing(
  service: string,
  env: TracingEnv = readTracingEnv(),
): Promise<() => Promise<void>> {
  const endpoint = env.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (endpoint === undefined) return async () => {};
  const { startProvider } = await import('./provider.ts');
  const provider = startProvider({ service, endpoint, share: env.OTEL_TRACES_SAMPLER_ARG });
  traceFromNowOn();
  return () => provider.shutdown();
}
